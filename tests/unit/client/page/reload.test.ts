import { afterEach, expect, it, vi } from 'vitest';
import { reloadPage } from '../../../../src/client/page/reload.ts';

const ORIGIN = 'https://docs.example';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The page at an address, whose entry of the history keeps its state when the page is reloaded. */
function pageAt(address: string) {
  const location = { reload: vi.fn(), pathname: '', search: '', hash: '' };
  const history = {
    state: { key: 'k' } as object | null,
    replaceState: (state: object | null, _title: string, to: string): void => {
      const { pathname, search, hash } = new URL(
        to,
        `${ORIGIN}${location.pathname}${location.search}`,
      );
      Object.assign(location, { pathname, search, hash });
      history.state = state;
    },
  };
  history.replaceState(history.state, '', address);
  vi.stubGlobal('window', { location });
  vi.stubGlobal('history', history);
  return { location, history };
}

it.each(['#try', '#try=%7B%7D', '#rev=1.0..2.0'])(
  'the page is reloaded once with what opens a part, then without: %s',
  (hash) => {
    const { location, history } = pageAt(`/reference/list/?a=b${hash}`);
    reloadPage();
    expect(location).toMatchObject({ pathname: '/reference/list/', search: '?a=b', hash });
    expect(history.state).toMatchObject({ key: 'k' });
    reloadPage();
    expect(location).toMatchObject({ pathname: '/reference/list/', search: '?a=b', hash: '' });
    expect(location.reload).toHaveBeenCalledTimes(2);
  },
);

it('another address of the same entry has its own attempt', () => {
  const { location, history } = pageAt('/reference/list/#rev=1.0..2.0');
  reloadPage();
  history.replaceState(history.state, '', '/reference/list/#rev=1.0..1.1');
  reloadPage();
  expect(location.hash).toBe('#rev=1.0..1.1');
});

it.each(['', '#responses', '#trying'])('other addresses stay as they are: %s', (hash) => {
  const { location, history } = pageAt(`/reference/list/${hash}`);
  reloadPage();
  reloadPage();
  expect(location.hash).toBe(hash);
  expect(history.state).toEqual({ key: 'k' });
});
