/** As a site would write it: of what the stock plugin passes, what sites use. */
export function createDocItem(item, { sidebarOptions, basePath }) {
  const id = item.type === 'schema' ? `schemas/${item.id}` : item.id;
  return {
    type: 'doc',
    id: `${basePath}/${id}`,
    label: `${item.api?.method ?? item.type} ${item.title}`,
    customProps: { ...sidebarOptions.customProps, position: item.position, path: item.api?.path },
  };
}
