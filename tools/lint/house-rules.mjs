/**
 * House rules that no ready-made lint rule says. Loaded by .oxlintrc.json as the plugin `house`.
 * Each message is a sentence for the person who meets it on a bad day.
 */

const htmlSinks = new Set(['innerHTML', 'outerHTML', 'dangerouslySetInnerHTML', 'srcdoc']);
const htmlSinkCalls = new Set(['insertAdjacentHTML', 'createContextualFragment', 'setHTMLUnsafe']);

/** The name of a property, written as `a.b` or `a['b']`, or null when it is computed. */
function propertyName(node) {
  if (node.type !== 'MemberExpression') return null;
  if (!node.computed && node.property.type === 'Identifier') return node.property.name;
  if (node.computed && node.property.type === 'Literal') return String(node.property.value);
  return null;
}

const noHtmlSink = {
  create(context) {
    const report = (node) =>
      context.report({
        node,
        message:
          'Text becomes markup here, so a word typed by a stranger could run as code. Render it with React, or set textContent.',
      });
    return {
      AssignmentExpression(node) {
        const name = propertyName(node.left);
        if (name !== null && htmlSinks.has(name)) report(node);
      },
      JSXAttribute(node) {
        if (node.name.type === 'JSXIdentifier' && (htmlSinks.has(node.name.name) || node.name.name === 'srcDoc')) {
          report(node);
        }
      },
      Property(node) {
        if (node.key.type === 'Identifier' && node.key.name === 'dangerouslySetInnerHTML') report(node);
      },
      CallExpression(node) {
        const name = propertyName(node.callee);
        if (name === null) return;
        if (htmlSinkCalls.has(name)) report(node);
        const target = node.callee.object;
        if ((name === 'write' || name === 'writeln') && target.type === 'Identifier' && target.name === 'document') {
          report(node);
        }
      },
    };
  },
};

const noAmbientTime = {
  create(context) {
    const report = (node) =>
      context.report({
        node,
        message:
          'This folder decides, so the time is an argument here: take nowMs from the caller, who owns the clock.',
      });
    return {
      NewExpression(node) {
        if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0)
          report(node);
      },
      CallExpression(node) {
        if (node.callee.type === 'Identifier' && node.callee.name === 'Date') report(node);
        if (node.callee.type !== 'MemberExpression' || node.callee.object.type !== 'Identifier') return;
        const place = `${node.callee.object.name}.${propertyName(node.callee)}`;
        if (place === 'Date.now' || place === 'performance.now') report(node);
      },
    };
  },
};

const noAmbientChance = {
  create(context) {
    const chance = new Set(['Math.random', 'crypto.randomUUID', 'crypto.getRandomValues']);
    return {
      MemberExpression(node) {
        if (node.object.type !== 'Identifier') return;
        if (!chance.has(`${node.object.name}.${propertyName(node)}`)) return;
        context.report({
          node,
          message:
            'This folder decides, so chance and new ids are arguments here: a run must give the same answer twice.',
        });
      },
    };
  },
};

const noLintComment = {
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (!/^\s*(?:oxlint|eslint|biome)-(?:disable|ignore)|@ts-(?:ignore|nocheck)/.test(comment.value)) continue;
          context.report({
            loc: comment.loc,
            message:
              'A rule is kept or changed for everybody, never switched off in one place. Mend the code or the rule.',
          });
        }
      },
    };
  },
};

const noSleepInTest = {
  create(context) {
    return {
      NewExpression(node) {
        if (node.callee.type !== 'Identifier' || node.callee.name !== 'Promise') return;
        const executor = node.arguments[0];
        if (executor === undefined || !('body' in executor)) return;
        const [resolve] = executor.params;
        if (resolve?.type !== 'Identifier') return;
        const body = executor.body.type === 'BlockStatement' ? executor.body.body : [executor.body];
        if (body.length !== 1) return;
        const only = body[0].type === 'ExpressionStatement' ? body[0].expression : body[0];
        if (only.type !== 'CallExpression' || only.callee.type !== 'Identifier' || only.callee.name !== 'setTimeout')
          return;
        const [callback] = only.arguments;
        if (callback?.type === 'Identifier' && callback.name === resolve.name) {
          context.report({
            node,
            message:
              'A sleep is a guess that fails on a slow day. Wait for the event itself, or poll for the condition.',
          });
        }
      },
    };
  },
};

export default {
  meta: { name: 'house' },
  rules: {
    'no-ambient-chance': noAmbientChance,
    'no-ambient-time': noAmbientTime,
    'no-html-sink': noHtmlSink,
    'no-lint-comment': noLintComment,
    'no-sleep-in-test': noSleepInTest,
  },
};
