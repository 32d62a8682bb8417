import type { Sign } from './danger.ts';

/** Requests for data as they hide in other mail: nobody need say "subject access". Put together as in `danger.ts`. */
const request = (id: string, all: Sign['all'], span = 200, unless: Sign['unless'] = []): Sign => ({ id, route: 'data-request', priority: 'P2', clauses: [], all, span, unless });

const whose: readonly string[] = ['me', 'my', 'mine', 'our', 'us', 'him', 'his', 'her', 'hers', 'them', 'their', 'son', 'daughter', 'child', 'children', 'he', 'she', 'pupil', 'client', 'hijo', 'hija', 'él', 'ella', 'sobre', 'fils', 'fille', 'filho', 'filha', 'syn*', 'córk*', 'sohn', 'tochter', 'figli*', 'held', 'you hold', 'you have', 'you keep', 'of school', 'ابني', 'ابنتي'];

export const requestSigns: readonly Sign[] = [
  request('D-COPY', [
    ['copy of', 'copies of', 'a copy', 'copies', 'see the', 'see what', 'see everything', 'see all', 'to view', 'view or', 'access to', 'supply', 'provide', 'disclose', 'send me', 'let me have', 'have sight of', 'let us have', 'give me', 'ask for', 'asking for', 'ask you for', 'want all', 'want everything', 'like all', 'like everything', 'like to have', 'like to see', 'right to see', 'right to have', 'right to know', 'entitled to', 'print out', 'receive', 'recibir', 'copia de', 'copie de', 'recevoir', 'cópia', 'kopi*', 'kopie', 'نسخة'],
    ['footage', 'cctv', 'camera', 'recording', 'in my file', 'my file', 'his file', 'her file', 'their file', 'personnel file', 'the file', 'child\'s file', 'records', 'record', 'notes', 'incident form*', 'accident form', 'accident book', 'incident report*', 'incident log*', 'behaviour log*', 'cpoms', 'correspondence', 'emails between', 'all emails', 'any emails', 'every email', 'emails about', 'emails that mention', 'messages about', 'written about', 'said about', 'sent in about', 'was sent about', 'statements', 'statement', 'what was said', 'minutes of the meeting about', 'information held', 'information about', 'data', 'documents', 'paperwork', 'logs', 'assessments', 'safeguarding file', 'sen file', 'references', 'the name of the person', 'datos', 'documentos', 'informes', 'documents', 'dossier', 'données', 'dados', 'dokument*', 'daten', 'akte', 'dati', 'ملف'],
    whose,
  ], 190, ['newsletter', 'consent form', 'permission slip', 'application form', 'registration form', 'menu', 'term dates', 'for the trip', 'please find attached', 'invoice', 'statement of account', 'cv', 'covering letter', 'birth certificate', 'screenshot*', 'i attach', 'attached', 'report card', 'timetable', 'reading record*', 'school report', 'dbs', 'new plan', 'to follow', 'supporting statement', 'can send you', 'i can send', "i've sent", 'lost property']),
  request('D-ERASE', [
    ['delete', 'deleted', 'erase', 'erased', 'destroy', 'destroyed', 'remove', 'removed', 'take down', 'taken down', 'wipe', 'wiped', 'get rid of', "don't keep", 'do not keep', 'stop keeping', 'stop using', 'withdraw*', 'no longer consent', 'no longer agree', 'changed my mind about photos', 'borren', 'borrar', 'eliminar', 'supprimer', 'effacer', 'apagar', 'usunąć', 'usunięcie', 'löschen', 'cancellare', 'șterge', 'silin*', 'حذف'],
    ['photos', 'photo', 'pictures', 'picture', 'videos', 'video', 'data', 'details', 'information', 'records', 'record', 'copies', 'copy', 'file', 'files', 'prints', 'phone numbers', 'messages', 'screenshots', 'everything', 'account', 'fotos', 'datos', 'données', 'dados', 'zdjęci*', 'dane', 'fotos', 'daten', 'foto', 'dati', 'صور', 'profile', 'biometric*', 'fingerprint*'],
    ['you hold', 'you have', 'you keep', 'the school', 'school holds', 'website', 'tapestry', 'dojo', 'systems', 'system', 'confirm', 'confirmation', 'in writing', 'by writing', 'permission', 'consent', 'right', 'our children', 'my child*', 'my son', 'my daughter', 'have left', 'now left', 'we left', 'moved', 'all copies', 'everywhere', 'your records', 'colegio', 'école', 'escola', 'szkoł*', 'schule', 'scuola', 'المدرسة'],
  ], 240, ['from the group', 'on the group', 'the group', 'class chat', 'facebook', 'on that chat', 'whatsapp', 'newsletter', 'mailing list', 'off the list', 'she says she has', 'asked her to delete', 'asked him to delete', 'lunch account', 'parentpay']),
  request('D-ERASE-EVIDENCE', [
    ['delete', 'destroy', 'erase', 'get rid of', 'wipe'], ['copies', 'prints', 'screenshots', 'printouts', 'evidence', 'record', 'records'], ['confirm', 'permission', 'in writing', 'by writing', 'no right', 'my messages', 'private'],
  ], 240, ['she has deleted', 'he has deleted']),
  request('D-CORRECT', [
    ['corrected', 'correct', 'correction', 'rectif*', 'amended', 'amend', 'put right', 'changed', 'wrong', 'untrue', 'inaccurate', 'not true', 'false', 'error on', 'mistake in'],
    ['on his record', 'on her record', 'on my record', 'on file', "'s file", 'on his file', 'on her file', 'on my file', 'in the file', 'my file', 'record', 'records', 'report says', 'transition report', 'chronology', 'cpoms', 'sims', 'arbor', 'minutes'],
    ['insist', 'must', 'everywhere', 'confirm*', 'in writing', 'anyone you', 'whoever', 'sent it to', 'shared with', 'right to', 'gdpr', 'data', 'corrected', 'as if it was', 'held'],
  ], 260, ['attendance mark', 'register', 'homework', 'spelling', 'reading record', 'phone number', 'address']),
  request('D-WHO-REPORTED', [
    ['right to see', 'right to know', 'want to see', 'entitled to', 'entitled', 'like to know who', 'want to know who', 'demand to know', 'tell me who', 'name of the person', 'who reported', 'who sent', 'names of'], ['about me', 'about us', 'reported me', 'sent in', 'sent it', 'complained about me', 'said about me', 'who reported', 'the person who', 'told you'], ['send me', 'right', 'entitled', 'see', 'please', 'want', 'copy', 'demand'],
  ], 220),
  request('D-FOI', [
    ['recorded information', 'under foi', 'foi', 'freedom of information', 'foia', 'public interest', 'state the exemption', 'kindly state', 'as a public body', 'as a public authority', 'publicly funded', 'environmental information', 'disclose the', 'please provide', 'provide me with', 'please supply'],
    ['number of', 'how many', 'how much', 'copies of', 'minutes', 'cost of', 'spend', 'spent', 'since september', 'for each', 'academic year', 'last three years', 'last five years', 'policy documents', 'survey', 'contract*', 'class sizes', 'exclusions', 'expenses', 'withheld', 'request'],
  ], 320, ['order', 'quote', 'for your child', 'booking', 'census', 'return has', 'dates on roll', 'admissions officer', 'reference for']),
  request('D-DUTY', [
    ['data protection', 'gdpr', 'dpo', 'data breach', 'information commissioner*', 'ico', 'protección de datos', 'rgpd', 'rodo', 'dsgvo', 'kişisel veri*', 'kvkk', 'protection des données', 'proteção de dados', 'ochrony danych', 'datenschutz*', 'protezione dei dati', 'حماية البيانات'],
    ['right', 'rights', 'request', 'complain*', 'breach*', 'copy', 'copies', 'send', 'sent', 'shared', 'without my', 'report', 'month', 'all', 'derecho', 'droit', 'direito', 'prawo', 'recht', 'diritto', 'copia', 'copie', 'consent', 'wrong person'],
  ], 220, ['footer', 'privacy notice', 'training', 'webinar', 'course', 'confidential and may be', 'intended recipient', 'registered office', 'compliance', 'solution*', 'lawful basis', 'your return']),
];
