// Members of an organization, and invitations into it.
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { assertMayGrant } from '../../accounts/invitations.ts';
import { membershipIn, type Role } from '../../domain/access.ts';
import { Refusal } from '../../domain/errors.ts';
import { isUuid } from '../../lib/ids.ts';
import type { Member } from '../../store/members.ts';
import type { Person } from '../../store/people.ts';
import { pageRequest, showPage } from '../answers.ts';
import { existingOrganization } from '../organization.ts';
import type { ApiDeps, Routes, TypedApp } from '../route.ts';
import * as schemas from '../schemas/index.ts';
import { isOperator } from '../session.ts';

const membersPath = '/organizations/:orgId/members';
const invitationsPath = '/organizations/:orgId/invitations';
const params = Type.Object({ orgId: Type.String() });
const idParams = Type.Object({ orgId: Type.String(), id: Type.String() });
const query = Type.Object(schemas.PageQuery, { additionalProperties: false });
const errors = { '4xx': schemas.ErrorAnswer };
const nothing = { 204: Type.Null(), ...errors };
const tags = ['members'];
const read = { access: 'members:read' } as const;
const write = { access: 'members:write' } as const;

export const memberRoutes: Routes = (app, deps) => {
  addMembers(app, deps);
  addHelp(app, deps);
  addInvitations(app, deps);
  addOpenInvitations(app, deps);
};

/** The role that the caller has in the organization of the path. */
function ownRole({ caller }: FastifyRequest, organizationId: string): Role {
  if (caller.kind !== 'person') return 'super_admin';
  return membershipIn(caller.session, organizationId)?.role ?? 'viewer';
}

const showMember = ({ disabled, ...member }: Member) => ({
  ...member,
  status: disabled ? 'disabled' : 'active',
});

async function existingMember(
  { accounts, tenants }: ApiDeps,
  { orgId, id }: { readonly orgId: string; readonly id: string },
): Promise<{ readonly organizationId: string; readonly member: Member }> {
  const { id: organizationId } = await existingOrganization(tenants, orgId);
  const member = isUuid(id) ? await accounts.members.find(organizationId, id) : null;
  if (!member) throw new Refusal('not_found', { what: 'member', path: 'id' });
  return { organizationId, member };
}

function addMembers(app: TypedApp, deps: ApiDeps): void {
  app.get(
    membersPath,
    {
      config: read,
      schema: {
        tags,
        summary: 'List members',
        params,
        querystring: query,
        response: { 200: schemas.pageOf(schemas.Member), ...errors },
      },
    },
    async (request) => {
      const { id } = await existingOrganization(deps.tenants, request.params.orgId);
      return showPage(
        'members',
        await deps.accounts.members.list(id, pageRequest('members', request.query)),
        showMember,
      );
    },
  );
  app.patch(
    `${membersPath}/:id`,
    {
      config: write,
      schema: {
        tags,
        summary: "Change a member's role",
        description: 'Only super admins make super admins, or change one.',
        params: idParams,
        body: schemas.MemberPatch,
        response: { 200: schemas.Member, ...errors },
      },
    },
    async (request) => {
      const { organizationId, member } = await existingMember(deps, request.params);
      const { role, environmentRoles } = request.body;
      const granted = [role, member.role, ...Object.values(environmentRoles ?? {})];
      assertMayGrant(ownRole(request, organizationId), granted);
      const changed = await deps.accounts.members.change(organizationId, member.id, request.body);
      if (changed === 'last') throw new Refusal('last_super_admin');
      if (!changed) throw new Refusal('not_found', { what: 'member', path: 'id' });
      return showMember(changed) as never;
    },
  );
  app.delete(
    `${membersPath}/:id`,
    {
      config: write,
      schema: {
        tags,
        summary: 'Remove a member',
        description: 'The account stays.',
        params: idParams,
        response: nothing,
      },
    },
    async (request, reply) => {
      const { organizationId, member } = await existingMember(deps, request.params);
      assertMayGrant(ownRole(request, organizationId), [member.role]);
      const outcome = await deps.accounts.members.remove(organizationId, member.id);
      if (outcome === 'last') throw new Refusal('last_super_admin');
      return reply.status(204).send(null);
    },
  );
}

/** For members who cannot get in any more. */
function addHelp(app: TypedApp, deps: ApiDeps): void {
  const { accounts, clock } = deps;

  /** An account that also opens other doors is not in one organization's hands. */
  async function helped(
    request: FastifyRequest,
  ): Promise<{ readonly person: Person; readonly own: boolean }> {
    const { organizationId, member } = await existingMember(
      deps,
      request.params as { orgId: string; id: string },
    );
    assertMayGrant(ownRole(request, organizationId), [member.role]);
    const person = await accounts.people.find(member.id);
    if (!person) throw new Refusal('not_found', { what: 'member', path: 'id' });
    const own = isOperator(request) || (await accounts.members.isOnlyHere(organizationId, member.id));
    return { person, own };
  }

  app.post(
    `${membersPath}/:id/password-reset`,
    {
      config: write,
      schema: {
        tags,
        summary: 'Give a member a link to a new password',
        description: 'Mailed to the member. Where there is no mail, shown once, to be passed on.',
        params: idParams,
        response: { 200: schemas.HandedLink, ...errors },
      },
    },
    async (request) => {
      const { person, own } = await helped(request);
      if (own) return accounts.signIn.handReset(person);
      accounts.signIn.requestReset(person.email);
      return { sent: true, link: null, mailProblem: null };
    },
  );
  app.post(
    `${membersPath}/:id/reset-two-factor`,
    {
      config: write,
      schema: {
        tags,
        summary: 'Switch two-factor sign-in of a member off',
        description: 'For a member whose authenticator and recovery codes are lost.',
        params: idParams,
        response: nothing,
      },
    },
    async (request, reply) => {
      const { person, own } = await helped(request);
      if (!own) throw new Refusal('person_of_others');
      await accounts.people.endTotp(person.id, new Date(clock.now()));
      return reply.status(204).send(null);
    },
  );
}

function addInvitations(app: TypedApp, deps: ApiDeps): void {
  const { accounts, tenants } = deps;
  app.post(
    invitationsPath,
    {
      config: write,
      schema: {
        tags,
        summary: 'Invite somebody',
        description: 'Mailed. Where there is no mail the link is shown once, to be passed on.',
        params,
        body: schemas.InvitationBody,
        response: { 201: schemas.HandedInvitation, ...errors },
      },
    },
    async (request, reply) => {
      const { id: organizationId } = await existingOrganization(tenants, request.params.orgId);
      const { email, role, environmentRoles = {} } = request.body;
      assertMayGrant(ownRole(request, organizationId), [role, ...Object.values(environmentRoles)]);
      const invitedBy = request.caller.kind === 'person' ? request.caller.session.personId : null;
      const invited = await accounts.invitations.invite({
        organizationId,
        email,
        role,
        environmentRoles,
        invitedBy,
      });
      return reply.status(201).send(invited as never);
    },
  );
  app.post(
    `${invitationsPath}/:id/resend`,
    {
      config: write,
      schema: {
        tags,
        summary: 'Send an invitation again',
        description: 'With a new link; the old one ends.',
        params: idParams,
        response: { 200: schemas.HandedInvitation, ...errors },
      },
    },
    async (request) => {
      const { id: organizationId } = await existingOrganization(tenants, request.params.orgId);
      const { id } = request.params;
      const sent = isUuid(id) ? await accounts.invitations.resend(organizationId, id) : null;
      if (!sent) throw new Refusal('not_found', { what: 'invitation', path: 'id' });
      return sent as never;
    },
  );
}

function addOpenInvitations(app: TypedApp, { accounts, tenants, clock }: ApiDeps): void {
  app.get(
    invitationsPath,
    {
      config: read,
      schema: {
        tags,
        summary: 'List open invitations',
        params,
        querystring: query,
        response: { 200: schemas.pageOf(schemas.Invitation), ...errors },
      },
    },
    async (request) => {
      const { id } = await existingOrganization(tenants, request.params.orgId);
      const asked = pageRequest('invitations', request.query);
      const found = await accounts.openInvitations.list(id, asked, new Date(clock.now()));
      return showPage('invitations', found, (invitation) => invitation);
    },
  );
  app.delete(
    `${invitationsPath}/:id`,
    {
      config: write,
      schema: { tags, summary: 'Withdraw an invitation', params: idParams, response: nothing },
    },
    async (request, reply) => {
      const { id: organizationId } = await existingOrganization(tenants, request.params.orgId);
      const { id } = request.params;
      if (!isUuid(id) || !(await accounts.openInvitations.withdraw(organizationId, id)))
        throw new Refusal('not_found', { what: 'invitation', path: 'id' });
      return reply.status(204).send(null);
    },
  );
}
