import { Component, type ReactNode } from 'react';
import { CodeMissing } from '../page-code.ts';
import { Broken } from './Broken.tsx';
import { CodeGone } from './CodeGone.tsx';

/** Keeps a page that throws, or whose code cannot be had, to itself. */
export class Boundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError = (error: unknown) => ({ error: error ?? new Error() });

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    if ((error as unknown) instanceof CodeMissing)
      return <CodeGone onHere={() => this.setState({ error: null })} />;
    return <Broken />;
  }
}
