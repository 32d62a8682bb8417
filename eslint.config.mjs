import tseslint from 'typescript-eslint';

// Types first: the strictest set of typescript-eslint, over every file that ships or tests what ships.
export default tseslint.config(
  { ignores: ['dist', '.local', 'build', '**/*.mjs', '**/vite.config.ts'] },
  ...tseslint.configs.strictTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  // `const { type: _, ...rest }` is how a key is left out.
  { rules: { '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }] } },
  // botframework-connector's credential factories `implement` (not extend) the class that CloudAdapter's options name.
  { files: ['bot/teams/**'], rules: { '@typescript-eslint/no-unsafe-class-instance-assignment': 'off' } },
);
