import { FluentProvider } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { WhoThereIs } from '../page-api/shapes.ts';
import { useLive } from './live/use-live.ts';
import { fluentTheme } from './look/themes.ts';
import { ThemeContext, useThemeChoice } from './look/use-theme.ts';
import { Loading } from './parts/loading.tsx';
import { usePlace } from './place/use-place.ts';
import { Shell } from './shell/shell.tsx';
import { WhoAreYou } from './who/who-are-you.tsx';

export function App(): JSX.Element {
  const choice = useThemeChoice();
  return (
    <ThemeContext.Provider value={choice}>
      <FluentProvider theme={fluentTheme(choice.theme)} style={{ height: '100%', colorScheme: choice.theme === 'default' ? 'light' : 'dark' }}><Everything /></FluentProvider>
    </ThemeContext.Provider>
  );
}

function Everything(): JSX.Element {
  const place = usePlace();
  const { data, error } = useLive<WhoThereIs>('people', []);
  if (data === null) return <Loading label="Opening Microsoft 365" error={error} />;
  const person = data.people.find((one) => one.key === place.person);
  return person === undefined ? <WhoAreYou who={data} /> : <Shell key={person.key} school={data.school} person={person} place={place} />;
}
