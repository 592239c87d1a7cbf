import { launch } from './tests/support/browser.ts';
import { serveFolder } from './tests/support/server.ts';
async function main(){
const jobs = process.argv.slice(2).map(j=>j.split('|'));
const s = await serveFolder(process.env.SITE ?? 'build'); const b = await launch();
for (const [out,addr,mode,width,y,h,js,hover] of jobs){ const c=await b.newContext({baseURL:s.origin,colorScheme:mode as any,viewport:{width:+width,height:+(h||900)},reducedMotion:'reduce',...(+width<500?{hasTouch:true,isMobile:true}:{})}); const p=await c.newPage(); await p.goto(addr,{waitUntil:'load'}); if(js) await p.evaluate(js); await p.waitForTimeout(300); if(+y) await p.evaluate(`window.scrollTo(0,${y})`); await p.waitForTimeout(100); if(hover){await p.hover(hover); await p.waitForTimeout(300);} await p.screenshot({path:out}); await c.close(); }
await b.close(); await s.close();}
void main();
