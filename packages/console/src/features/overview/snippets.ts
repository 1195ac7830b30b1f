// Code that verifies a signature, as the documentation has it: there it is run by tests, here it is only shown.
import csharp from '../../../../../docs/dialects/verify/standard-webhooks.cs?raw';
import go from '../../../../../docs/dialects/verify/standard-webhooks.go?raw';
import java from '../../../../../docs/dialects/verify/standard-webhooks.java?raw';
import node from '../../../../../docs/dialects/verify/standard-webhooks.mjs?raw';
import php from '../../../../../docs/dialects/verify/standard-webhooks.php?raw';
import python from '../../../../../docs/dialects/verify/standard-webhooks.py?raw';

export const snippets = {
  'Node.js': node,
  Python: python,
  PHP: php,
  Java: java,
  'C#': csharp,
  Go: go,
} as const;
export type SnippetLanguage = keyof typeof snippets;
