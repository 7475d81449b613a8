import { commandWith, formOf, isInBatches, pathTo, undoOf } from './browser';
import { COMMAND_FORMS, UNDONE_BY } from './command-forms';
import { COMMAND_ROUTES, type CommandName } from './command-routes';

it('finds a form by what a screen knows of a command', () => {
  expect(formOf('cases', 'sign-as-town')).toBe('sign');
  expect(formOf('summaries', 'seal')).toBe('seal');
  expect(formOf('cases', 'seal')).toBeUndefined();
  expect(commandWith('cases', 'file')).toBe('file-plan');
  expect(commandWith('staff', 'file')).toBeUndefined();
});

it('every signature under a plan can be taken back by its signer, who says why', () => {
  for (const [signature, undo] of Object.entries(UNDONE_BY)) {
    const { segment } = COMMAND_ROUTES[signature as CommandName];
    expect(undoOf('cases', segment)).toBe(COMMAND_ROUTES[undo].segment);
    expect(COMMAND_FORMS[undo]).toBe('reason');
  }
  expect(undoOf('cases', 'accept-work')).toBeUndefined();
});

it('knows what can be given to many cases at once, and where each is posted to', () => {
  expect(isInBatches('sign-as-town')).toBe(true);
  expect(isInBatches('sign-as-village')).toBe(false);
  expect(pathTo('cases', 'sign-as-town')).toBe('/api/cases/sign-as-town');
  expect(pathTo('cases', 'sign-as-town', 'a')).toBe('/api/cases/a/sign-as-town');
});
