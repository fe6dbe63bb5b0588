import { Role } from "#api/people_pb";
import { words } from "../words/words.ts";

const given = [Role.OFFICER, Role.ANALYST, Role.ADVISER, Role.ADMINISTRATOR, Role.SERVICE];

/** What somebody may do, in words. */
export function rolesText(roles: readonly Role[]): string {
  return roles.map((role) => words.value.system.roleNames[role] ?? String(role)).join(", ");
}

/** The roles that people can have, each with what it allows. */
export function RoleChoice({ roles, onRoles }: { roles: readonly Role[]; onRoles: (roles: Role[]) => void }) {
  const { people, system } = words.value;
  return (
    <fieldset class="plain-set roles">
      <legend>{system.roles}</legend>
      {given.map((role) => (
        <label key={role} class="check">
          <input type="checkbox" checked={roles.includes(role)} onChange={(event) => onRoles(event.currentTarget.checked ? [...roles, role] : roles.filter((other) => other !== role))} />
          <span>{system.roleNames[role]} <span class="soft">– {people.roleNotes[role]}</span></span>
        </label>
      ))}
    </fieldset>
  );
}
