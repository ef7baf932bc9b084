// Generated from the JSON Schema beside this file by `npm run generate`. Do not edit.

/**
 * Mail storage one user gets. Decimal gigabytes, as vendors count.
 */
export type MailboxSizePerUser = QuantityFact & {
  unit?: 'GB';
};
export type QuantityFact = {
  state: 'known' | 'range' | 'unknown' | 'undisclosed' | 'notApplicable';
  value?: number;
  unlimited?: true;
  min?: number;
  max?: number;
  unit?: string;
  plan?: string;
  /**
   * @minItems 1
   */
  evidence?: [Evidence, ...Evidence[]];
  note?: LocalizedText1;
  history?: FormerValue[];
};
/**
 * Largest whole message that the service accepts, attachments included, after base64 encoding, in decimal megabytes. For software: the default, with the settable maximum in the note.
 */
export type LargestMessage = QuantityFact & {
  unit?: 'MB';
};
/**
 * Largest attachment before encoding, sent as a real attachment and not as a link.
 */
export type LargestAttachment = QuantityFact & {
  unit?: 'MB';
};
/**
 * Most recipients in To, Cc and Bcc of one message.
 */
export type RecipientsPerMessage = QuantityFact & {
  unit?: 'count';
};
/**
 * How much may be sent in a time window: with window, scope, what is counted, and whether it is hard.
 */
export type SendingLimit = LimitFact;
export type LimitFact = {
  state: 'known' | 'range' | 'unknown' | 'undisclosed' | 'notApplicable';
  value?: number;
  unlimited?: true;
  min?: number;
  max?: number;
  unit?: 'messages' | 'recipients';
  window?: 'second' | 'minute' | '10-minutes' | 'hour' | 'day' | 'month';
  scope?: 'user' | 'organisation' | 'server' | 'client';
  counts?: 'all' | 'external' | 'same-domain';
  hard?: boolean;
  plan?: string;
  /**
   * @minItems 1
   */
  evidence?: [Evidence, ...Evidence[]];
  note?: LocalizedText1;
  history?: FormerValue[];
};
/**
 * A second, shorter window that the sending limit is also subject to. The smaller of both counts.
 */
export type ShortTermSendingLimit = LimitFact;
/**
 * Concurrent inbound SMTP connections of the whole service or server (default of software).
 */
export type ConcurrentSMTPConnections = QuantityFact & {
  unit?: 'count';
};
/**
 * Concurrent SMTP connections that one client address may hold.
 */
export type SMTPConnectionsPerClient = QuantityFact & {
  unit?: 'count';
};
/**
 * Concurrent IMAP connections of one user.
 */
export type IMAPConnectionsPerUser = QuantityFact & {
  unit?: 'count';
};
/**
 * Most users (or addresses) in one contract or installation.
 */
export type MostUsers = QuantityFact & {
  unit?: 'count';
};
/**
 * Messages accepted per second on stated hardware. Mostly measured; a declared figure names its conditions in the note.
 */
export type AcceptedMessagesPerSecond = QuantityFact & {
  unit?: 'messages/s';
};
/**
 * Filtering of unwanted mail. "separate" = a further product must be added.
 */
export type SpamFilter = LevelFact & {
  value?: 'none' | 'separate' | 'basic' | 'advanced';
};
export type LevelFact = {
  state: 'known' | 'unknown' | 'undisclosed' | 'notApplicable';
  value?: string;
  plan?: string;
  /**
   * @minItems 1
   */
  evidence?: [Evidence, ...Evidence[]];
  note?: LocalizedText1;
  history?: FormerValue[];
};
/**
 * Scanning for malware. "separate" = a further product must be added.
 */
export type VirusFilter = LevelFact & {
  value?: 'none' | 'separate' | 'included';
};
/**
 * Suspicious attachments are run or opened in isolation before delivery.
 */
export type AttachmentSandboxing = FlagFact;
export type FlagFact = {
  state: 'known' | 'unknown' | 'undisclosed' | 'notApplicable';
  value?: 'yes' | 'partial' | 'no';
  plan?: string;
  /**
   * @minItems 1
   */
  evidence?: [Evidence, ...Evidence[]];
  note?: LocalizedText1;
  history?: FormerValue[];
};
/**
 * How far a second factor reaches. "app-passwords": web sign-in is protected, mail programs use their own passwords. "all-protocols": IMAP and SMTP are covered too.
 */
export type MultiFactorSignIn = LevelFact & {
  value?: 'none' | 'web-only' | 'app-passwords' | 'all-protocols';
};
/**
 * Sign-in through SAML, OpenID Connect or a directory of the organisation.
 */
export type SingleSignOn = FlagFact;
/**
 * Users come from LDAP, Active Directory, SCIM or a similar source.
 */
export type DirectorySynchronisation = FlagFact;
/**
 * IMAP and SMTP sign-in with OAuth 2.0 (XOAUTH2 or OAUTHBEARER).
 */
export type OAuthForMailPrograms = FlagFact;
/**
 * Authentication of the own domain that the option supports for sending (signing, publishing) and checks on receipt. The highest level needs all three.
 */
export type SPFDKIMAndDMARC = LevelFact & {
  value?: 'none' | 'spf' | 'spf-dkim' | 'spf-dkim-dmarc';
};
/**
 * Opportunistic TLS stops passive listening; MTA-STS or DANE also stops an active attacker.
 */
export type TransportEncryptionBetweenServers = LevelFact & {
  value?: 'none' | 'opportunistic-tls' | 'mta-sts-or-dane';
};
/**
 * Stored mail is encrypted on disk.
 */
export type EncryptionAtRest = FlagFact;
/**
 * S/MIME, OpenPGP or an own scheme that the operator cannot read.
 */
export type EndToEndEncryption = FlagFact;
/**
 * Rules that hold, block, or encrypt outgoing mail.
 */
export type DataLossPrevention = FlagFact;
/**
 * Tamper-resistant copies of mail kept for a set time.
 */
export type MailArchive = FlagFact;
/**
 * Mail of a person can be kept from deletion and searched for a case.
 */
export type LegalHoldAndSearch = FlagFact;
/**
 * A record of administrator and access events that can be read or exported.
 */
export type AuditLog = FlagFact;
/**
 * Certificates that the service itself or its operation holds. An empty list is never written; what was not found stays unknown.
 */
export type Certifications = SetFact & {
  value?: (
    | 'ISO27001'
    | 'ISO27017'
    | 'ISO27018'
    | 'SOC2'
    | 'ISMAP'
    | 'PrivacyMark'
    | 'PCI-DSS'
    | 'HIPAA'
    | 'C5'
    | 'FedRAMP'
  )[];
};
export type SetFact = {
  state: 'known' | 'unknown' | 'undisclosed' | 'notApplicable';
  /**
   * @minItems 1
   */
  value?: [string, ...string[]];
  plan?: string;
  /**
   * @minItems 1
   */
  evidence?: [Evidence, ...Evidence[]];
  note?: LocalizedText1;
  history?: FormerValue[];
};
/**
 * Where mail is stored, or can be chosen to be stored.
 */
export type PlaceOfData = SetFact & {
  value?: ('JP' | 'US' | 'EU' | 'UK' | 'CH' | 'AU' | 'SG' | 'IN' | 'CN' | 'CA' | 'own-premises' | 'other')[];
};
/**
 * Bare line feeds cannot smuggle a second message (CVE-2023-51764 and relatives).
 */
export type SMTPSmugglingProtection = FlagFact;
/**
 * Published incidents and serious advisories, with dates.
 */
export type SecurityIncidentsAndAdvisories = TextFact;
export type TextFact = {
  state: 'known' | 'unknown' | 'undisclosed' | 'notApplicable';
  text?: LocalizedText1;
  plan?: string;
  /**
   * @minItems 1
   */
  evidence?: [Evidence, ...Evidence[]];
  note?: LocalizedText1;
  history?: FormerValue[];
};
/**
 * When a person answers. "community": only a forum or mailing list. "extended": longer than business hours, not round the clock.
 */
export type SupportHours = LevelFact & {
  value?: 'none' | 'community' | 'business-hours' | 'extended' | '24x7';
};
/**
 * Languages in which the vendor or its official partner answers.
 */
export type SupportLanguages = SetFact & {
  value?: ('ja' | 'en' | 'de' | 'fr' | 'zh' | 'ko' | 'es' | 'other')[];
};
/**
 * Ways to reach support.
 */
export type SupportChannels = SetFact & {
  value?: ('community' | 'email' | 'chat' | 'phone' | 'onsite' | 'partner')[];
};
/**
 * Availability promised in the service level agreement; what it measures is in the note.
 */
export type AvailabilityPromised = QuantityFact & {
  unit?: 'percent';
};
/**
 * Outages are published on a page without sign-in.
 */
export type PublicStatusPage = FlagFact;
/**
 * Skill that daily operation needs in the own organisation.
 */
export type SkillNeededToRunIt = LevelFact & {
  value?: 'expert' | 'mail-administrator' | 'general-it' | 'none';
};
/**
 * Whether the product is developed on.
 */
export type StateOfMaintenance = LevelFact & {
  value?: 'unmaintained' | 'maintenance-only' | 'active';
};
/**
 * Day of the newest stable release that was seen; its number is in the note.
 */
export type LatestRelease = DateFact;
export type DateFact = {
  state: 'known' | 'unknown' | 'undisclosed' | 'notApplicable';
  /**
   * A day, a month or a year: as exact as the source is, never more exact.
   */
  value?: string;
  plan?: string;
  /**
   * @minItems 1
   */
  evidence?: [Evidence, ...Evidence[]];
  note?: LocalizedText1;
  history?: FormerValue[];
};
/**
 * How often releases and security fixes come.
 */
export type ReleaseRhythm = TextFact;
/**
 * Mail addresses in a domain of the organisation.
 */
export type OwnDomain = FlagFact;
/**
 * Most domains in one contract or installation.
 */
export type MostOwnDomains = QuantityFact & {
  unit?: 'count';
};
/**
 * Most alias addresses of one user.
 */
export type AliasesPerUser = QuantityFact & {
  unit?: 'count';
};
/**
 * Several people work in one mailbox with their own sign-in.
 */
export type SharedMailboxes = FlagFact;
/**
 * One address reaches several people.
 */
export type GroupsAndMailingLists = FlagFact;
/**
 * An account can be blocked without deleting its mail.
 */
export type AccountSuspension = FlagFact;
/**
 * The mail of a leaver can be handed to another person.
 */
export type MailboxHandOver = FlagFact;
/**
 * Accounts and settings of all users in one administration console.
 */
export type CentralAdministration = FlagFact;
/**
 * A documented interface for programs to manage accounts.
 */
export type AdministrationAPI = FlagFact;
/**
 * Files above the attachment limit go out as a link.
 */
export type LargeFileDelivery = FlagFact;
/**
 * The vendor offers tools or documented ways to bring existing mail in.
 */
export type MigrationTools = FlagFact;
/**
 * All mail can be taken out in an open format or protocol.
 */
export type DataExport = FlagFact;
/**
 * Protocols that clients and servers can use.
 */
export type Protocols = SetFact & {
  value?: (
    | 'SMTP'
    | 'SUBMISSION'
    | 'IMAP'
    | 'POP3'
    | 'JMAP'
    | 'EAS'
    | 'MAPI'
    | 'EWS'
    | 'CalDAV'
    | 'CardDAV'
    | 'LMTP'
    | 'ManageSieve'
  )[];
};
/**
 * Mail can be read and written in a browser.
 */
export type Webmail = FlagFact;
/**
 * The vendor has its own mail app for phones.
 */
export type MobileApplications = FlagFact;
/**
 * Several servers share the load or take over from each other.
 */
export type Clustering = FlagFact;
/**
 * Separate organisations with their own administrators in one installation.
 */
export type MultiTenancy = FlagFact;
/**
 * Deleted mail or a lost server can be restored with means of the product.
 */
export type BackupAndRestore = FlagFact;
/**
 * List price of the plan per user and month.
 */
export type PricePerUserAndMonth = MoneyFact & {
  per?: 'user-month';
};
export type MoneyFact = {
  state: 'known' | 'range' | 'unknown' | 'undisclosed' | 'notApplicable';
  value?: number;
  min?: number;
  max?: number;
  currency?: string;
  per?: string;
  taxIncluded?: boolean;
  term?: 'month' | 'year' | '2-years' | '3-years' | 'flexible' | 'perpetual';
  /**
   * A day, a month or a year: as exact as the source is, never more exact.
   */
  asOf?: string;
  plan?: string;
  /**
   * @minItems 1
   */
  evidence?: [Evidence, ...Evidence[]];
  note?: LocalizedText1;
  history?: FormerValue[];
};
/**
 * List price of the plan for the whole contract and month, where users are not counted.
 */
export type PricePerOrganisationAndMonth = MoneyFact & {
  per?: 'organisation-month';
};
/**
 * One-time fee at the start of the contract.
 */
export type SetUpFee = MoneyFact & {
  per?: 'once';
};
/**
 * Licence of one server; 0 for software without a fee.
 */
export type ServerLicence = MoneyFact & {
  per?: 'server' | 'server-year';
};
/**
 * Licence of one user or mailbox of software run by oneself; 0 for software without a fee.
 */
export type UserLicence = MoneyFact & {
  per?: 'user' | 'user-year';
};
/**
 * Paid support of the vendor, per year.
 */
export type SupportPerYear = MoneyFact & {
  per?: 'year' | 'server-year' | 'user-year';
};
/**
 * Days of free trial.
 */
export type Trial = QuantityFact & {
  unit?: 'days';
};
/**
 * Shortest contract in months.
 */
export type MinimumTerm = QuantityFact & {
  unit?: 'months';
};
/**
 * Smallest memory that the vendor states for a server.
 */
export type MemoryNeeded = QuantityFact & {
  unit?: 'GB';
};
/**
 * Fewest processor cores that the vendor states.
 */
export type ProcessorCoresNeeded = QuantityFact & {
  unit?: 'count';
};
/**
 * Smallest disk that the vendor states, without mail.
 */
export type DiskNeeded = QuantityFact & {
  unit?: 'GB';
};
/**
 * The vendor or project publishes container images.
 */
export type ContainerImage = FlagFact;
/**
 * Operating systems that the vendor names.
 */
export type OperatingSystems = TextFact;
/**
 * Licence of the software and its conditions.
 */
export type Licence = TextFact;

/**
 * The whole catalogue as one document: every option with the facts it states. A fact left out is unknown, which is not the same as no. Licence CC BY 4.0.
 */
export interface CatalogueDownload {
  schema: 'mailfit.catalogue/1';
  licence: 'CC-BY-4.0';
  /**
   * SHA-256 over the canonical content: two documents with one hash say the same.
   */
  catalogueHash: string;
  /**
   * What each kind of fact means, by its id.
   */
  facts: {
    [k: string]: FactDefinition;
  };
  /**
   * Sorted by id. Each option is a profile after provider.schema.json.
   */
  options: ProviderProfile[];
}
export interface FactDefinition {
  id: string;
  title: LocalizedText;
  description: LocalizedText;
  group: 'size' | 'security' | 'support' | 'flexibility' | 'cost';
  kind: 'quantity' | 'limit' | 'flag' | 'level' | 'set' | 'date' | 'text' | 'money';
  /**
   * Unit of a quantity.
   */
  unit?: string;
  /**
   * Values of a level (worst first), a flag or a set.
   */
  options?: {
    id: string;
    label: LocalizedText;
  }[];
}
export interface LocalizedText {
  en: string;
  ja: string;
}
/**
 * One mail option. The only definition of fact ids, kinds and units. A fact left out is unknown, which is not the same as no.
 */
export interface ProviderProfile {
  id: string;
  name: LocalizedText1;
  vendor: LocalizedText1;
  /**
   * Country of the vendor's seat, ISO 3166-1 alpha-2; INT for a project without one.
   */
  country: string;
  family: string;
  deployment: 'cloud' | 'on-premise';
  kind: 'mailbox' | 'suite' | 'full-stack' | 'gateway' | 'relay';
  plan?: Plan;
  /**
   * Further plans of the product that a fact may name.
   */
  otherPlans?: Plan[];
  homepage: string;
  summary: LocalizedText1;
  lifecycle?: {
    endOfSale?: string;
    endOfSupport?: string;
    /**
     * A newer version of the same product follows on the same licence: the day calls for an upgrade, not for another product.
     */
    hasSuccessor?: boolean;
    note?: LocalizedText1;
    /**
     * @minItems 1
     */
    evidence: [Evidence, ...Evidence[]];
  };
  facts: {
    mailboxQuota?: MailboxSizePerUser;
    messageSizeMax?: LargestMessage;
    attachmentMax?: LargestAttachment;
    recipientsPerMessage?: RecipientsPerMessage;
    sendingLimit?: SendingLimit;
    sendingRate?: ShortTermSendingLimit;
    smtpConnectionsMax?: ConcurrentSMTPConnections;
    smtpConnectionsPerClient?: SMTPConnectionsPerClient;
    imapConnectionsPerUser?: IMAPConnectionsPerUser;
    usersMax?: MostUsers;
    acceptedThroughput?: AcceptedMessagesPerSecond;
    spamFilter?: SpamFilter;
    virusFilter?: VirusFilter;
    sandboxing?: AttachmentSandboxing;
    mfa?: MultiFactorSignIn;
    singleSignOn?: SingleSignOn;
    directorySync?: DirectorySynchronisation;
    oauthForClients?: OAuthForMailPrograms;
    domainAuthentication?: SPFDKIMAndDMARC;
    transportSecurity?: TransportEncryptionBetweenServers;
    encryptionAtRest?: EncryptionAtRest;
    endToEndEncryption?: EndToEndEncryption;
    dataLossPrevention?: DataLossPrevention;
    archiving?: MailArchive;
    legalHold?: LegalHoldAndSearch;
    auditLog?: AuditLog;
    certifications?: Certifications;
    dataRegions?: PlaceOfData;
    smugglingProtection?: SMTPSmugglingProtection;
    securityIncidents?: SecurityIncidentsAndAdvisories;
    supportHours?: SupportHours;
    supportLanguages?: SupportLanguages;
    supportChannels?: SupportChannels;
    uptimeSla?: AvailabilityPromised;
    statusPage?: PublicStatusPage;
    skillNeeded?: SkillNeededToRunIt;
    maintenance?: StateOfMaintenance;
    latestRelease?: LatestRelease;
    releaseCadence?: ReleaseRhythm;
    customDomain?: OwnDomain;
    domainsMax?: MostOwnDomains;
    aliasesMax?: AliasesPerUser;
    sharedMailboxes?: SharedMailboxes;
    groups?: GroupsAndMailingLists;
    accountSuspension?: AccountSuspension;
    mailboxTransfer?: MailboxHandOver;
    centralAdministration?: CentralAdministration;
    adminApi?: AdministrationAPI;
    largeFileDelivery?: LargeFileDelivery;
    migrationTools?: MigrationTools;
    dataExport?: DataExport;
    protocols?: Protocols;
    webmail?: Webmail;
    mobileApps?: MobileApplications;
    clustering?: Clustering;
    multiTenant?: MultiTenancy;
    backup?: BackupAndRestore;
    pricePerUserMonth?: PricePerUserAndMonth;
    pricePerOrganisationMonth?: PricePerOrganisationAndMonth;
    setupFee?: SetUpFee;
    serverLicence?: ServerLicence;
    userLicence?: UserLicence;
    supportFeeYear?: SupportPerYear;
    trialDays?: Trial;
    minimumTermMonths?: MinimumTerm;
    minRam?: MemoryNeeded;
    minCpuCores?: ProcessorCoresNeeded;
    minDisk?: DiskNeeded;
    containerImage?: ContainerImage;
    osSupport?: OperatingSystems;
    licence?: Licence;
  };
}
export interface LocalizedText1 {
  en: string;
  ja: string;
}
export interface Plan {
  id: string;
  en: string;
  ja: string;
}
/**
 * Where a claim was read: class says who says so, checkedOn when we read it, statedOn the date the source itself carries.
 */
export interface Evidence {
  url: string;
  title: string;
  class: 'official' | 'third-party' | 'vendor-declared' | 'measured';
  checkedOn: string;
  /**
   * A day, a month or a year: as exact as the source is, never more exact.
   */
  statedOn?: string;
}
/**
 * A value that held before, kept with the last day on which it was taken to hold.
 */
export interface FormerValue {
  /**
   * A day, a month or a year: as exact as the source is, never more exact.
   */
  until: string;
  state?: 'known' | 'range' | 'unknown' | 'undisclosed' | 'notApplicable';
  value?: number | string | string[];
  unlimited?: true;
  min?: number;
  max?: number;
  unit?: string;
  currency?: string;
  note?: LocalizedText1;
  evidence?: Evidence[];
}
