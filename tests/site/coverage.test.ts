import { expect, inject, it } from 'vitest';
import { ROOT, run } from '../support/site.ts';

it('the small site shows all that its document says', () => {
  const { folder } = inject('small');
  const args = ['--document', 'openapi/bookshop.yaml', '--site', folder, '--fail-under', '100'];
  const { code, stdout, stderr } = run(ROOT, ['coverage', ...args], { INIT_CWD: ROOT });
  expect(code, `${stdout}\n${stderr}`).toBe(0);
});
