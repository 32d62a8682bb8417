import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { MsalServiceClientCredentialsFactory } from 'botframework-connector';
import type { ConfidentialClientApplication } from '@azure/msal-node';
import type { Endpoints } from '../../src/microsoft365/endpoints.ts';

export interface BotSettings {
  /** Empty turns sign-in off both ways, for the Agents Playground; only with `signInOff`, which `config.ts` gives on loopback alone. */
  appId: string;
  tenantId: string;
  endpoints: Pick<Endpoints, 'login' | 'botOpenId' | 'botTokenIssuer' | 'botScope' | 'serviceUrls'>;
  signInOff?: boolean;
}

// botframework-connector types its factory with its own msal-node 2; at run time only acquireTokenByClientCredential is called.
type ConnectorMsal = ConstructorParameters<typeof MsalServiceClientCredentialsFactory>[1];

/** The Bot Framework's adapter with our msal client. No `onTurnError`: it would swallow what went wrong while posting, and turn a press into an empty 501. */
export function openAdapter(settings: BotSettings, msal: ConfidentialClientApplication | null): CloudAdapter {
  const signInOff = settings.signInOff === true;
  if ((settings.appId === '') !== signInOff || (msal === null) !== signInOff) {
    throw new Error('The bot has no app id, which would turn sign-in off. Give BOT_APP_ID, or for the Agents Playground on this machine the setting that says so.');
  }
  const { login, botOpenId, botTokenIssuer, botScope } = settings.endpoints;
  // When any of these addresses is set, all are taken as given, the unset ones as undefined: so all of them are.
  return new CloudAdapter(new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: settings.appId, MicrosoftAppTenantId: settings.tenantId, MicrosoftAppType: 'SingleTenant',
    ToChannelFromBotLoginUrl: `${login}/${settings.tenantId}`, ToChannelFromBotOAuthScope: botScope, ToBotFromChannelTokenIssuer: botTokenIssuer,
    OAuthUrl: 'https://token.botframework.com', ToBotFromChannelOpenIdMetadataUrl: botOpenId, ToBotFromEmulatorOpenIdMetadataUrl: botOpenId,
  }, new MsalServiceClientCredentialsFactory(settings.appId, msal as unknown as ConnectorMsal)));
}

/** The bot's token goes only to addresses on the list: a serviceUrl is something that the caller says. */
export function isServiceUrl(settings: BotSettings, url: unknown): url is string {
  if (typeof url !== 'string' || !URL.canParse(url)) return false;
  const plain = new URL(url).href;
  return settings.endpoints.serviceUrls.some((allowed) => plain.startsWith(allowed) || `${plain}/` === allowed);
}
