const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const contract = join(__dirname, '..', 'libs/api-contract/src');
const language = JSON.parse(readFileSync(join(contract, 'language/zh-CN.json'), 'utf8'));
const routes = readFileSync(join(contract, 'command-routes.ts'), 'utf8');

const segments = [...routes.matchAll(/segment: '([^']+)'/g)].map((match) => match[1]);
const names = [...routes.matchAll(/^ {2}(\w+): \{ resource:/gm)].map((match) => match[1]);

/** What a word is that only the domain and the language files may spell out. */
const meanings = new Map([
  ...Object.keys(language.stages).map((word) => [word, 'stage']),
  ...Object.keys(language.rules).map((word) => [word, 'rule']),
  ...names.map((word) => [word, 'command']),
  // A segment of one plain word, like `open`, is found where it is compared with a task or a command.
  ...segments.filter((word) => word.includes('-')).map((word) => [word, 'command']),
]);
meanings.delete('');

const ASKED_ABOUT = /^(stage|task|command|rule|place)$/;

const nameOf = (node) =>
  node.type === 'Identifier'
    ? node.name
    : node.type === 'MemberExpression' && node.property.type === 'Identifier'
      ? node.property.name
      : node.type === 'ChainExpression'
        ? nameOf(node.expression)
        : '';

const isText = (node) => node?.type === 'Literal' && typeof node.value === 'string' && node.value !== '';

/** The web holds no rule: which stage, which rule, which command comes from the server and is never decided here. */
module.exports = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      spelt: '`{{word}}` is a {{meaning}}: it comes from the server, or stands in a language file.',
      compared: 'A {{what}} is not compared with a word: what may be done comes in `allowedActions`.',
    },
  },
  create(context) {
    const check = (node, word) => {
      const meaning = meanings.get(word);
      if (meaning) context.report({ node, messageId: 'spelt', data: { word, meaning } });
    };
    const compare = (node, asked, text) => {
      const what = nameOf(asked);
      if (ASKED_ABOUT.test(what) && isText(text)) {
        context.report({ node, messageId: 'compared', data: { what } });
      }
    };
    return {
      Literal: (node) => {
        const { type } = node.parent;
        if (isText(node) && !type.startsWith('Import') && !type.startsWith('Export')) check(node, node.value);
      },
      TemplateElement: (node) => check(node, node.value.cooked),
      BinaryExpression: (node) => {
        if (!/^[!=]==?$/.test(node.operator)) return;
        compare(node, node.left, node.right);
        compare(node, node.right, node.left);
      },
      SwitchStatement: (node) => node.cases.forEach(({ test }) => compare(node, node.discriminant, test)),
    };
  },
};
