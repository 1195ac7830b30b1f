// The event types of the set-up that many envelopes share: signature profiles and templates.
import { describeTopic } from './event-type.ts';
import { happened, outside } from './example.ts';
import { changes, person, reason, request, signatureMethod } from './facts.ts';
import { content, count, id, list, type Properties, text, time } from './schema.ts';
import { declaration, hire } from './stories/office.ts';

const profile = (own: Properties) =>
  content(
    {
      signatureProfileId: id('The id of the profile on the platform.'),
      name: text('What the profile is called.'),
      signatureMethod,
      authenticationMethods: list('How signers have to prove who they are.', text('One of the ways.')),
      ...own,
    },
    ['signatureProfileId'],
  );

const complianceApp = { appId: declaration.routing.appId };
const strictProfile = { signatureProfileId: '697675387b0110313d42c336', name: 'Declarations, advanced' };

export const profileTopic = describeTopic(
  {
    topic: 'profile',
    title: 'Signature profiles',
    meaning: 'The rules that say how people have to sign.',
  },
  {
    created: {
      title: 'Profile created',
      meaning: 'A signature profile, which says how people have to sign, was created.',
      schema: profile({ createdAt: time('When it was created.'), createdBy: person('Who created it.') }),
      example: outside('2026-01-08T10:15:27.530Z', complianceApp, {
        ...strictProfile,
        signatureMethod: 'ADVANCED_STD',
        authenticationMethods: ['email_link', 'id_document'],
        createdAt: '2026-01-08T10:15:27.530Z',
        createdBy: { name: declaration.lars.name, email: declaration.lars.email },
      }),
    },
    updated: {
      title: 'Profile updated',
      meaning: 'A signature profile was changed. Envelopes that started before keep their rules.',
      schema: profile({
        changes,
        updatedAt: time('When it was changed.'),
        updatedBy: person('Who changed it.'),
      }),
      example: outside('2026-01-09T14:02:00.871Z', complianceApp, {
        ...strictProfile,
        changes: [
          {
            field: 'authenticationMethods',
            from: ['email_link', 'id_document'],
            to: ['email_link', 'sms_code'],
          },
        ],
        updatedAt: '2026-01-09T14:02:00.871Z',
        updatedBy: { name: 'Ximena Paredes', email: 'ximena.paredes@example.com' },
      }),
    },
    archived: {
      title: 'Profile archived',
      meaning: 'A signature profile was put away and cannot be used for new envelopes.',
      schema: profile({
        archivedAt: time('When it was put away.'),
        replacedBy: id('The id of the profile to use instead.'),
      }),
      example: outside('2026-07-01T06:00:00.000Z', complianceApp, {
        signatureProfileId: '695ab84156004561800b2471',
        name: 'Declarations 2025',
        archivedAt: '2026-07-01T06:00:00.000Z',
        replacedBy: strictProfile.signatureProfileId,
      }),
    },
  },
);

const template = (own: Properties) =>
  content(
    {
      templateId: id('The id of the template on the platform.'),
      name: text('What the template is called.'),
      version: count('The version of the template.'),
      ...own,
    },
    ['templateId'],
  );

const hrTemplates = { department: 'HR', template: hire.routing.template, trigger: 'page' } as const;
const hrOwner = { name: hire.mateo.name, email: hire.mateo.email };

export const templateTopic = describeTopic(
  { topic: 'template', title: 'Templates', meaning: 'The patterns that envelopes are made from.' },
  {
    created: {
      title: 'Template created',
      meaning: 'A template for envelopes was created.',
      schema: template({
        roles: list('The parts that signers play.', text('One of the parts.')),
        createdAt: time('When it was created.'),
        createdBy: person('Who created it.'),
      }),
      example: outside('2026-02-02T09:41:36Z', hrTemplates, {
        templateId: 'tpl_3318',
        name: hire.routing.template,
        version: 1,
        roles: [hire.priya.role, hire.mateo.role],
        createdAt: '2026-02-02T09:41:36Z',
        createdBy: hrOwner,
      }),
    },
    updated: {
      title: 'Template updated',
      meaning: 'A template was changed.',
      schema: template({
        changes,
        updatedAt: time('When it was changed.'),
        updatedBy: person('Who changed it.'),
      }),
      example: outside('2026-02-19T07:50:05Z', hrTemplates, {
        templateId: 'tpl_3318',
        name: hire.routing.template,
        version: 2,
        changes: [{ field: 'noticePeriodMonths', from: 3, to: 1 }],
        updatedAt: '2026-02-19T07:50:05Z',
        updatedBy: hrOwner,
      }),
    },
    deleted: {
      title: 'Template deleted',
      meaning: 'A template was removed.',
      schema: template({
        deletedAt: time('When it was removed.'),
        deletedBy: person('Who removed it.'),
        reason,
      }),
      example: outside(
        '2026-02-27T16:20:48Z',
        { department: 'HR', template: 'Internship agreement', trigger: 'page' },
        {
          templateId: 'tpl_1207',
          name: 'Internship agreement',
          version: 6,
          deletedAt: '2026-02-27T16:20:48Z',
          deletedBy: { name: 'Ioana Dumitrescu', email: 'ioana.dumitrescu@example.com' },
          reason: 'Interns now get the contract for fixed terms.',
        },
      ),
    },
    used: {
      title: 'Template used',
      meaning: 'An envelope was made from a template.',
      schema: template({ ...request, usedAt: time('When it was used.'), usedBy: person('Who used it.') }),
      example: happened('2026-02-16T09:58:12Z', hire, {
        templateId: 'tpl_3318',
        name: hire.routing.template,
        version: 1,
        usedAt: '2026-02-16T09:58:12Z',
        usedBy: hire.mateo,
      }),
    },
  },
);
