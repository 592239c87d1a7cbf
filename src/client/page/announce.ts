/** Announces an event to screen readers, through text in a live region of the page. */
export function announce(message: string): void {
  let status = document.getElementById('ref-status');
  if (!status) {
    status = document.createElement('div');
    status.id = 'ref-status';
    status.role = 'status';
    document.body.append(status);
  }
  status.textContent = message;
}
