/** An address of every kind of page that the small site has. */
export const KINDS = {
  home: '/',
  'API page': '/reference/bookshop/',
  'tag page': '/reference/bookshop/catalogue/',
  'operation page': '/reference/bookshop/create-book/',
  'webhook page': '/reference/bookshop/stock-low/',
  'schema page': '/reference/bookshop/schemas/book/',
  guide: '/guides/your-own-document/',
  'page with embeds': '/guides/bookshop/embeds/',
  'page of the older form': '/older-page/',
  'page of the stock plugin': '/stock-page/',
} as const;
