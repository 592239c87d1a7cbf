// What a page does once the reader scrolls or opens a menu: the page script loads it then.
import './contents.ts';
import './page-menu.ts';
import './phone-menu.ts';
