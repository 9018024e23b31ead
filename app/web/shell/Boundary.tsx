import { Component, type ReactNode } from 'react';
import { Broken } from './Broken.tsx';

/** Keeps a page that throws to itself. */
export class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError = () => ({ broken: true });

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}
