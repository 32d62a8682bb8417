/**
 * What mail programs write above a mail that they forward or quote, by language. A list to add to: each entry is
 * matched whole and without regard to case. Seen in Outlook (classic, new, web, phone), Gmail, Apple Mail, Thunderbird, Yahoo, Samsung.
 */
export const headerWords = {
  from: ['From', 'De', 'Von', 'Da', 'Van', 'Od', 'От', 'Från', 'Fra', 'Lähettäjä', 'Kimden', 'Από', 'Feladó', 'De la', 'Nga', 'Ka', 'من', '发件人', '寄件者', '差出人', '보낸 사람', 'Từ', 'প্রেরক'],
  date: ['Sent', 'Date', 'Enviado', 'Enviado el', 'Enviada em', 'Enviado em', 'Fecha', 'Data', 'Envoyé', 'Envoyé le', 'Gesendet', 'Datum', 'Inviato', 'Verzonden', 'Wysłano', 'Отправлено', 'Дата', 'Skickat', 'Sendt', 'Dato', 'Lähetetty',
    'Päiväys', 'Gönderildi', 'Gönderilme', 'Tarih', 'Ημερομηνία', 'Στάλθηκε', 'Elküldve', 'Dátum', 'Trimis', 'Dërguar', 'التاريخ', 'تاريخ', 'تم الإرسال', '发送时间', '日期', '送信日時', '日付', '보낸 날짜', 'Đã gửi', 'Ngày', 'Taariikh', 'তারিখ'],
  to: ['To', 'Para', 'À', 'A', 'An', 'Aan', 'Do', 'Кому', 'Till', 'Til', 'Vastaanottaja', 'Kime', 'Alıcı', 'Προς', 'Címzett', 'Către', 'Për', 'Ku', 'إلى', '收件人', '宛先', '받는 사람', 'Đến', 'Tới', 'প্রতি'],
  cc: ['Cc', 'Bcc', 'CC/CCO', 'Kopie', 'DW', 'Копия', 'Kopia', 'Kopi', 'Copie', 'Copia', 'Bilgi', '抄送', 'نسخة'],
  subject: ['Subject', 'Asunto', 'Assunto', 'Objet', 'Betreff', 'Oggetto', 'Onderwerp', 'Temat', 'Тема', 'Ämne', 'Emne', 'Aihe', 'Konu', 'Θέμα', 'Tárgy', 'Subiect', 'Subiectul', 'Subjekti', 'الموضوع', '主题', '主旨', '件名', '제목', 'Chủ đề', 'বিষয়'],
  other: ['Reply-To', 'Responder a', 'Antwort an', 'Répondre à', 'Importance', 'Priority', 'Attachments', 'Importancia', 'Wichtigkeit', 'Anlagen', 'Sender', 'Sensitivity', 'Resent-From'],
} as const;

export type HeaderWord = keyof typeof headerWords;

/** Lines that say in so many words: what follows was forwarded. */
export const forwardMarkers = [
  'Forwarded message', 'Begin forwarded message', 'Forwarded by', 'Mensaje reenviado', 'Inicio del mensaje reenviado', 'Mensagem encaminhada', 'Mensagem reencaminhada', 'Início da mensagem encaminhada', 'Início da mensagem reencaminhada',
  'Message transféré', 'Début du message réexpédié', 'Début du message transféré', 'Weitergeleitete Nachricht', 'Anfang der weitergeleiteten Nachricht', 'Messaggio inoltrato', 'Inizio messaggio inoltrato', 'Doorgestuurd bericht', 'Begin doorgestuurd bericht',
  'Wiadomość przekazana', 'Treść przekazanej wiadomości', 'Пересылаемое сообщение', 'Пересланное сообщение', 'Начало переадресованного сообщения', 'Vidarebefordrat meddelande', 'Videresendt melding', 'Videresendt meddelelse', 'İletilmiş mesaj', 'Yönlendirilmiş mesaj',
  'Mesaj redirecționat', 'Προωθημένο μήνυμα', 'رسالة معاد توجيهها', '转发的邮件', '转发邮件信息', '転送メッセージ', 'Thư được chuyển tiếp',
];

/** Lines that stand above an earlier mail, be it answered or forwarded. */
export const originalMarkers = [
  'Original Message', 'Original Appointment', 'Mensaje original', 'Mensagem original', "Message d'origine", 'Message original', 'Ursprüngliche Nachricht', 'Originalnachricht', 'Messaggio originale', 'Oorspronkelijk bericht', 'Wiadomość oryginalna',
  'Исходное сообщение', 'Ursprungligt meddelande', 'Opprinnelig melding', 'Oprindelig meddelelse', 'Orijinal Mesaj', 'Αρχικό μήνυμα', 'الرسالة الأصلية', '原始邮件', 'Mesaj original',
];

/** The end of "On Monday, Somebody wrote:". */
export const wroteWords = ['wrote', 'writes', 'escribió', 'escreveu', 'a écrit', 'schrieb', 'ha scritto', 'schreef', 'napisał', 'napisał(a)', 'пишет', 'написал', 'написала', 'skrev', 'kirjoitti', 'şunu yazdı', 'yazdı', 'έγραψε', 'a scris', 'كتب', '写道', 'đã viết'];

export const forwardPrefixes = ['fw', 'fwd', 'rv', 'enc', 'res: enc', 'tr', 'wg', 'i', 'inoltro', 'doorst', 'pd', 'vb', 'vs', 'vl', 'ilt', 'i̇lt', 'πρθ', 'fs', '转发', '轉寄', '転送'];
export const replyPrefixes = ['re', 'aw', 'r', 'res', 'rif', 'antw', 'odp', 'sv', 'ynt', 'απ', 'réf', 'rép', 'ha', '回复', '回覆', 'رد'];
