import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import type { CloudAdapter } from 'botbuilder';
import { faultName } from '../../src/log.ts';
import { isServiceUrl, type BotSettings } from './adapter.ts';
import { buildConcernBot, type BotDeps } from './concern-bot.ts';

export interface TeamsDeps extends Omit<BotDeps, 'tenantId'> { adapter: CloudAdapter; settings: BotSettings }

/** The door for Teams: `POST /api/messages`. The adapter proves the token; the address that answers go to must be on our list. */
export function mountTeams(app: Express, deps: TeamsDeps): void {
  const turn = buildConcernBot({ ...deps, tenantId: deps.settings.tenantId });
  app.post('/api/messages', express.json({ limit: '1mb' }), async (request: Request, response: Response) => {
    if (!isServiceUrl(deps.settings, serviceUrlOf(request.body))) { response.status(403).json({ error: 'This address may not call the bot.' }); return; }
    try {
      await deps.adapter.process(request, response, turn);
    } catch (error) {
      deps.log({ what: 'teams-not-an-activity', fault: faultName(error) });
      if (!response.headersSent) response.status(400).json({ error: 'This is not an activity.' });
    }
  });
  // Without this, express would print a body that is no JSON, or too large, with its stack.
  app.use('/api/messages', (error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) { next(error); return; }
    response.status(statusOf(error)).json({ error: 'This could not be read.' });
  });
}

function serviceUrlOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'serviceUrl' in body ? body.serviceUrl : null;
}

function statusOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number' ? error.status : 500;
}
