// Runs the receiver code of the docs as its readers would: each language by its own tools, with calls written as source.
import { execFile, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** An argument of a call, before it is written in a language. */
export type Argument =
  | { readonly text: string }
  | { readonly number: number }
  | { readonly bytes: Buffer }
  | { readonly headers: Readonly<Record<string, string>> }
  /** An object where the language has one at hand, and its members one by one where it has not. */
  | { readonly members: Readonly<Record<string, string>> };

export interface Language {
  readonly name: string;
  /** Of the file in docs/dialects/verify. */
  readonly extension: string;
  /** What must be installed. */
  readonly tool: string;
  /** Whether it takes seconds to compile. */
  readonly isSlow: boolean;
  readonly argument: (argument: Argument) => string;
  /** A program that prints the answer of each call on a line of its own. */
  readonly program: (calls: readonly string[]) => string;
  /** Only for these ways to check; without it, for all. */
  readonly kinds?: readonly string[];
  readonly files: {
    readonly code: string;
    readonly program: string;
    readonly project?: { readonly name: string; readonly text: string };
  };
  readonly commands: readonly (readonly string[])[];
}

const quoted = (text: string) => JSON.stringify(text);
const entries = (object: Readonly<Record<string, string>>) => Object.entries(object);
const base64 = (bytes: Buffer | string) => Buffer.from(bytes).toString('base64');

/** Writes arguments, given how a language writes texts, bytes, maps and objects. */
function writer(write: {
  text: (text: string) => string;
  bytes: (encoded: string) => string;
  map: (pairs: readonly (readonly [string, string])[]) => string;
  object: ((pairs: readonly (readonly [string, string])[]) => string) | null;
}): Language['argument'] {
  return (argument) => {
    if ('text' in argument) return write.text(argument.text);
    if ('number' in argument) return String(argument.number);
    if ('bytes' in argument) return write.bytes(base64(argument.bytes));
    if ('headers' in argument) return write.map(entries(argument.headers));
    const members = entries(argument.members);
    return write.object ? write.object(members) : members.map(([, value]) => write.text(value)).join(', ');
  };
}

const jsonObject = (pairs: readonly (readonly [string, string])[]) => quotedObject(pairs);
function quotedObject(pairs: readonly (readonly [string, string])[]): string {
  return JSON.stringify(Object.fromEntries(pairs));
}

const phpText = (text: string) => `base64_decode('${base64(text)}')`;
const phpMap = (pairs: readonly (readonly [string, string])[]) =>
  `[${pairs.map(([name, value]) => `${phpText(name)} => ${phpText(value)}`).join(', ')}]`;

export const languages: readonly Language[] = [
  {
    name: 'JavaScript',
    extension: 'mjs',
    tool: 'node',
    isSlow: false,
    argument: writer({
      text: quoted,
      bytes: (encoded) => `Buffer.from('${encoded}', 'base64')`,
      map: jsonObject,
      object: jsonObject,
    }),
    program: (calls) =>
      `import { verify } from './code.mjs';\n${calls.map((call) => `console.log(await verify(${call}));`).join('\n')}`,
    files: { code: 'code.mjs', program: 'program.mjs' },
    commands: [['node', 'program.mjs']],
  },
  {
    name: 'Python',
    extension: 'py',
    tool: 'python3',
    isSlow: false,
    argument: writer({
      text: quoted,
      bytes: (encoded) => `b64decode('${encoded}')`,
      map: jsonObject,
      object: jsonObject,
    }),
    program: (calls) =>
      `from base64 import b64decode\nfrom code_of_docs import verify\n${calls.map((call) => `print(verify(${call}))`).join('\n')}`,
    files: { code: 'code_of_docs.py', program: 'program.py' },
    commands: [['python3', 'program.py']],
  },
  {
    name: 'Java',
    extension: 'java',
    tool: 'javac',
    isSlow: true,
    argument: writer({
      text: quoted,
      bytes: (encoded) => `java.util.Base64.getDecoder().decode("${encoded}")`,
      map: (pairs) =>
        `java.util.Map.ofEntries(${pairs.map(([name, value]) => `java.util.Map.entry(${quoted(name)}, ${quoted(value)})`).join(', ')})`,
      object: null,
    }),
    program: (calls) =>
      `class Program { public static void main(String[] args) throws Exception {\n${calls
        .map((call) => `System.out.println(Webhooks.verify(${call}));`)
        .join('\n')}\n} }`,
    files: { code: 'Webhooks.java', program: 'Program.java' },
    commands: [
      ['javac', 'Webhooks.java', 'Program.java'],
      ['java', 'Program'],
    ],
  },
  {
    name: 'PHP',
    extension: 'php',
    tool: 'php',
    isSlow: false,
    argument: writer({
      text: phpText,
      bytes: (encoded) => `base64_decode('${encoded}')`,
      map: phpMap,
      object: (pairs) => `(object) ${phpMap(pairs)}`,
    }),
    program: (calls) =>
      `<?php require 'code.php';\n${calls.map((call) => `echo var_export(verify(${call}), true), "\\n";`).join('\n')}`,
    files: { code: 'code.php', program: 'program.php' },
    commands: [['php', 'program.php']],
  },
  {
    name: 'Go',
    extension: 'go',
    tool: 'go',
    isSlow: true,
    argument: writer({
      text: quoted,
      bytes: (encoded) => `decoded("${encoded}")`,
      map: (pairs) =>
        `map[string]string{${pairs.map(([name, value]) => `${quoted(name)}: ${quoted(value)}`).join(', ')}}`,
      object: null,
    }),
    program: (calls) => `package main
import ("encoding/base64"; "fmt")
func decoded(text string) []byte { bytes, _ := base64.StdEncoding.DecodeString(text); return bytes }
var _ = decoded
func show(answer ...any) { fmt.Println(answer[0]) }
func main() {\n${calls.map((call) => `show(Verify(${call}))`).join('\n')}\n}`,
    files: { code: 'code.go', program: 'program.go' },
    commands: [['go', 'run', 'code.go', 'program.go']],
  },
  {
    name: 'C#',
    extension: 'cs',
    tool: 'dotnet',
    isSlow: true,
    kinds: ['standard-webhooks'],
    argument: writer({
      text: quoted,
      bytes: (encoded) => `System.Convert.FromBase64String("${encoded}")`,
      map: (pairs) =>
        `new System.Collections.Generic.Dictionary<string, string> { ${pairs.map(([name, value]) => `[${quoted(name)}] = ${quoted(value)}`).join(', ')} }`,
      object: null,
    }),
    program: (calls) => calls.map((call) => `System.Console.WriteLine(Webhooks.Verify(${call}));`).join('\n'),
    files: {
      code: 'Webhooks.cs',
      program: 'Program.cs',
      project: {
        name: 'receiver.csproj',
        text: '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net$(BundledNETCoreAppTargetFrameworkVersion)</TargetFramework><Nullable>enable</Nullable></PropertyGroup></Project>',
      },
    },
    commands: [['dotnet', 'run', '--project', 'receiver.csproj']],
  },
];

export function isInstalled({ tool }: Language): boolean {
  return spawnSync(tool, [tool === 'go' ? 'version' : '--version']).status === 0;
}

const run = promisify(execFile);

/** What the code answers to each call. Not synchronous: the server that it may ask runs in this process. */
export async function answersOf(
  language: Language,
  codeFile: string,
  calls: readonly (readonly Argument[])[],
): Promise<readonly boolean[]> {
  const cwd = mkdtempSync(join(tmpdir(), 'signpost-receiver-'));
  try {
    copyFileSync(codeFile, join(cwd, language.files.code));
    const written = calls.map((call) => call.map(language.argument).join(', '));
    const { program, project } = language.files;
    writeFileSync(join(cwd, program), language.program(written));
    if (project) writeFileSync(join(cwd, project.name), project.text);
    let out = '';
    for (const [command = '', ...args] of language.commands) out = (await run(command, args, { cwd })).stdout;
    return out
      .trim()
      .split('\n')
      .map((line) => line.trim().toLowerCase() === 'true');
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}
