import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { JSX } from 'react';
import { requestFirstStep, requestSentence, requestStillShown, signpostFor } from '../../../../src/concern/rules/request-words.ts';
import { senderWords } from '../../../../src/concern/rules/screen-words.ts';
import { useConcern } from '../press/concern-scene.ts';

/** What has to be known before anybody acts: a clock that runs, another procedure, a sender in doubt. */
export function ToKnowPart(): JSX.Element | null {
  const { concern, requestDue, now } = useConcern().page.view;
  const request = requestStillShown(concern, requestDue, now);
  const isClosed = concern.status === 'closed';
  const signpost = isClosed ? null : signpostFor(concern.route);
  return (
    <>
      {request === null ? null : (
        <MessageBar intent="warning" layout="multiline"><MessageBarBody><MessageBarTitle>{requestSentence(request.kind, requestDue)}</MessageBarTitle> {requestFirstStep[request.kind]}</MessageBarBody></MessageBar>
      )}
      {signpost === null ? null : <MessageBar intent="info" layout="multiline"><MessageBarBody>{signpost}</MessageBarBody></MessageBar>}
      {concern.unverified && !isClosed ? <MessageBar intent="warning" layout="multiline"><MessageBarBody>{senderWords.doubtful} Check with them, by a number or address that the school has already, before anything rests on it.</MessageBarBody></MessageBar> : null}
    </>
  );
}
