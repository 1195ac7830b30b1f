// Files that are taken as text when the console is built.
declare module '*?raw' {
  const text: string;
  export default text;
}
