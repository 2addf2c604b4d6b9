import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Menu } from '../../../src/view/controls/Menu.tsx';

const setUp = () => {
  const [first, second] = [vi.fn(), vi.fn()];
  render(
    <Menu
      name="Export"
      items={[
        { key: '1', name: 'Metrics (CSV)', detail: 'by split', onSelect: first },
        { key: '2', name: 'Rows (CSV)', onSelect: second },
      ]}
    />,
  );
  return { button: screen.getByRole('button', { name: /Export/ }), first, second };
};

describe('a menu', () => {
  it('opens by the keyboard, moves by arrows in a circle, and chooses by Enter', async () => {
    const { button, first, second } = setUp();
    button.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'Metrics (CSV)' }));
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{Enter}');
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledOnce();
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it('closes by Escape with the focus back on its button, and by a press elsewhere', async () => {
    const { button } = setUp();
    await userEvent.click(button);
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button);
    await userEvent.click(button);
    await userEvent.click(document.body);
    expect(screen.queryByRole('menu')).toBeNull();
  });
});
