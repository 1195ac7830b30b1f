// Mantine's things that lead somewhere, as links of the router: they can be opened in a new tab like any link.
import { Anchor, Button, type ButtonProps, NavLink, UnstyledButton } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type AnchorElementProps = Omit<ComponentPropsWithRef<'a'>, 'color' | 'size'>;

export const TextLink = createLink(Anchor<'a'>);

export const ButtonLink = createLink((props: ButtonProps & AnchorElementProps) => (
  <Button component="a" {...props} />
));

export const NavigationLink = createLink(NavLink<'a'>);

export const PlainLink = createLink((props: AnchorElementProps) => (
  <UnstyledButton component="a" {...props} />
));
