import { Button, MessageBar, MessageBarBody, MessageBarTitle, Text } from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import { letterOf, type Letter, type Proposal } from '../../../../src/concern/rules/concern.ts';
import { letterProblemWords, proposalWords, responseWord, roleWord } from '../../../../src/concern/rules/screen-words.ts';
import { transitionOf } from '../../../../src/concern/rules/transitions.ts';
import type { Page } from '../../../api/shapes.ts';
import { Facts, type Fact } from '../../../parts/facts.tsx';
import { ForeignText } from '../../../parts/foreign-text.tsx';
import { Section } from '../../../parts/section.tsx';
import { buttonFor, nameIn, useConcern } from '../press/concern-scene.ts';
import { FormsUnderButtons, type Opening } from '../press/forms-under-buttons.tsx';
import { PressButton } from '../press/press-button.tsx';
import { PressForm } from '../press/press-form.tsx';
import { LetterPaper } from '../record/letter-paper.tsx';
import { ProposeForm } from './propose-form.tsx';

const shown: readonly Proposal['status'][] = ['waiting', 'sent-back', 'approved'];

/** The proposal as it stands: for whoever decides with the whole letter, for everybody else in what state it is. */
export function ProposalPart(): JSX.Element | null {
  const { page } = useConcern();
  const proposal = page.view.concern.proposals.filter((each) => shown.includes(each.status) && each.response !== 'acknowledgement').at(-1);
  if (proposal === undefined) return null;
  const letter = proposal.letter === null ? null : letterOf(page.view.concern, proposal.letter);
  // An approved letter is told of by its own step.
  if (proposal.status === 'approved' && letter !== null) return null;
  return <OneProposal key={proposal.n} proposal={proposal} letter={letter} />;
}

function OneProposal({ proposal, letter }: { proposal: Proposal; letter: Letter | null }): JSX.Element {
  const { page } = useConcern();
  const [changing, setChanging] = useState(false);
  const paper = page.letters.find((each) => each.n === proposal.letter) ?? null;
  const mine = ['approve', 'carry-out'].some((verb) => page.buttons.some((each) => each.verb === verb && each.n === proposal.n)) || (proposal.status === 'sent-back' && proposal.by === page.view.person.oid);
  return (
    <Section title={`${responseWord(proposal.response)}: ${proposalWords[proposal.status].toLowerCase()}`} next={mine}>
      <SentBack proposal={proposal} letter={letter} />
      <Facts facts={factsOf(page, proposal)} />
      {paper === null || changing ? null : <LetterPaper letter={paper} />}
      {changing && proposal.response !== 'acknowledgement' ? <ProposeForm response={proposal.response} back={() => { setChanging(false); }} /> : <Decide proposal={proposal} readable={letter === null || (paper !== null && paper.text !== '')} change={() => { setChanging(true); }} />}
    </Section>
  );
}

function factsOf(page: Page, { n, by, status, approver }: Proposal): Fact[] {
  const reason = page.view.words[`proposal.${String(n)}.reason`] ?? '';
  return [
    ['Proposed by', nameIn(page, by)], ...(reason === '' ? [] : [['Why', reason] as const]),
    ...(status === 'waiting' && approver !== null ? [['Who decides', roleWord(approver, page.view.titles)] as const] : []),
  ];
}

function SentBack({ proposal, letter }: { proposal: Proposal; letter: Letter | null }): JSX.Element | null {
  const { page } = useConcern();
  const said = page.view.words[`proposal.${String(proposal.n)}.sent-back`];
  const stopped = letter?.status === 'stopped' && letter.problem !== null ? letterProblemWords[letter.problem] : null;
  if (proposal.status !== 'sent-back') return stopped === null ? null : <MessageBar intent="warning" layout="multiline"><MessageBarBody>{stopped}</MessageBarBody></MessageBar>;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody><MessageBarTitle>{proposal.decidedBy === null ? 'Sent back' : `Sent back by ${nameIn(page, proposal.decidedBy)}`}</MessageBarTitle>{said === undefined ? null : <ForeignText text={said} />}</MessageBarBody>
    </MessageBar>
  );
}

/** Only a letter that could be read here, all of it, can be approved here. */
function Decide({ proposal, readable, change }: { proposal: Proposal; readable: boolean; change: () => void }): JSX.Element | null {
  const { page } = useConcern();
  const [approve, back, withdraw, carriedOut] = (['approve', 'send-back', 'withdraw', 'carry-out'] as const).map((verb) => buttonFor(page, verb, proposal.n));
  const mayChange = buttonFor(page, 'propose') !== null && proposal.by === page.view.person.oid && (proposal.status === 'waiting' || proposal.status === 'sent-back');
  const openings: Opening[] = [
    ...(back ? [{ key: 'send-back', label: back.label, form: (close: () => void) => <PressForm button={back} fields={[sendBackReason]} send="Send it back" closed={close} /> }] : []),
  ];
  const plain = [...(approve && readable ? [approve] : []), ...(carriedOut ? [carriedOut] : []), ...(withdraw ? [withdraw] : [])];
  if (plain.length + openings.length === 0 && !mayChange) return proposal.status === 'waiting' ? <Text weight="semibold">Waits for somebody else to decide.</Text> : null;
  return (
    <FormsUnderButtons openings={openings}>
      {mayChange ? <Button appearance={proposal.status === 'sent-back' ? 'primary' : 'secondary'} onClick={change}>Change it</Button> : null}
      {plain.map((button) => <PressButton key={button.verb} button={button} primary={button.verb !== 'withdraw'} />)}
    </FormsUnderButtons>
  );
}

const sendBackReason = { name: 'reason', label: 'What should change?', kind: 'long', missing: transitionOf('send-back').needs?.['reason'] ?? '' } as const;
