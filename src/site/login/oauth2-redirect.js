// Authorization servers send readers here. The console, a page of the same origin, listens.
new BroadcastChannel('ref-oauth').postMessage(location.search);
history.replaceState(null, '', location.pathname);
window.close();
