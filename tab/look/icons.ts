// Every icon of the tab, by what it stands for here.
export { ArrowClockwiseRegular as AgainIcon } from '@fluentui/react-icons/svg/arrow-clockwise';
export { ArrowLeftRegular as BackIcon } from '@fluentui/react-icons/svg/arrow-left';
export { AttachRegular as EvidenceIcon } from '@fluentui/react-icons/svg/attach';
export { CheckmarkCircleRegular as WellIcon } from '@fluentui/react-icons/svg/checkmark-circle';
export { ClockRegular as HourIcon } from '@fluentui/react-icons/svg/clock';
export { DocumentPdfRegular as PdfIcon } from '@fluentui/react-icons/svg/document-pdf';
export { EyeRegular as OriginalIcon } from '@fluentui/react-icons/svg/eye';
export { LockClosedRegular as ClosedToOthersIcon } from '@fluentui/react-icons/svg/lock-closed';
export { MailInboxRegular as NothingIcon } from '@fluentui/react-icons/svg/mail-inbox';
export { SearchRegular as SearchIcon } from '@fluentui/react-icons/svg/search';
export { WarningRegular as AttentionIcon } from '@fluentui/react-icons/svg/warning';
