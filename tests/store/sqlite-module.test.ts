import { expect, test, vi } from 'vitest';
import { sqliteModule } from '../../core/store/sqlite-module.ts';

/** Node 22 warns of an experiment when the module is loaded, later ones do not. */
test('warns of no experiment, and hides no other warning', () => {
  const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
  const loaded = vi.spyOn(process, 'getBuiltinModule').mockImplementation(() => {
    process.emitWarning('SQLite is an experimental feature', 'ExperimentalWarning');
    process.emitWarning('another matter', 'ExperimentalWarning');
    return { DatabaseSync: class {} };
  });
  try {
    expect(sqliteModule()).toHaveProperty('DatabaseSync');
    process.emitWarning('SQLite is slow today');
    expect(warned.mock.calls).toEqual([
      ['another matter', 'ExperimentalWarning'],
      ['SQLite is slow today'],
    ]);
  } finally {
    loaded.mockRestore();
    warned.mockRestore();
  }
});
