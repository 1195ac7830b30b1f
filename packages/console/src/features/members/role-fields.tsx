// A role, and where it differs in single environments. Only super admins may give that role away.
import { Select, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Role, roles } from '../../api/access.ts';
import type { Granted } from '../../api/members.ts';
import { environments } from '../../api/types.ts';
import { useRoleIn } from '../../place.ts';
import { FieldGroup } from '../../ui/field-group.tsx';

interface RoleFieldsProps {
  readonly orgId: string;
  readonly value: Granted;
  readonly onChange: (granted: Granted) => void;
  readonly error: string | undefined;
}

export function RoleFields({ orgId, value, onChange, error }: RoleFieldsProps) {
  const { t } = useTranslation();
  const own = useRoleIn(orgId);
  const given = roles.filter((role) => role !== 'super_admin' || own === 'super_admin');
  const choices = given.map((role) => ({ value: role, label: t(`role.${role}`) }));
  const { role, environmentRoles } = value;
  return (
    <>
      <Select
        label={t('members.role')}
        description={t(`members.may.${role}`)}
        data={choices}
        value={role}
        onChange={(next) => next && onChange({ ...value, role: next as Role })}
        allowDeselect={false}
        error={error}
      />
      <FieldGroup label={t('members.differs')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {environments.map((name) => (
            <Select
              key={name}
              label={t(`environment.name.${name}`)}
              data={[
                { value: '', label: t('members.same') },
                ...choices,
                { value: 'none', label: t('members.noAccess') },
              ]}
              value={environmentRoles[name] ?? ''}
              onChange={(next) => onChange({ ...value, environmentRoles: withRole(name, next ?? '') })}
              allowDeselect={false}
            />
          ))}
        </SimpleGrid>
      </FieldGroup>
    </>
  );

  function withRole(name: (typeof environments)[number], next: string): Granted['environmentRoles'] {
    const { [name]: _, ...others } = environmentRoles;
    return next === '' ? others : { ...others, [name]: next as Role | 'none' };
  }
}
