import { Component, type ReactNode } from 'react';

interface Props {
  readonly fallback: ReactNode;
  /** A new value gives the children another chance. */
  readonly resetKey: string;
  readonly children: ReactNode;
}

/** Catches what a screen throws while drawing. The store is not touched: what was saved stays saved. */
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override state: { readonly broken: boolean } = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override componentDidUpdate(previous: Props): void {
    if (previous.resetKey !== this.props.resetKey && this.state.broken) this.setState({ broken: false });
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.fallback : this.props.children;
  }
}
