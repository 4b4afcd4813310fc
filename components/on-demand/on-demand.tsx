'use client';
import { type ComponentType, useEffect, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { nlNoAnswer } from '@/lib/messages/nl-no-answer';

/**
 * A part of a page whose scripts are fetched when it is first shown. Unlike React's `lazy` it can be tried again: on a
 * phone without a connection one part fails, and the page stays.
 */
export function onDemand<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let fetched: ComponentType<Props> | null = null;
  // biome-ignore lint/correctness/noComponentHookFactories: called once per part, at the top of a file
  return function OnDemand(props: Props) {
    // In a list of one: a function as state would be called by React.
    const [[Part], setPart] = useState([fetched]);
    const [attempt, setAttempt] = useState(0);
    const [failed, setFailed] = useState(-1);
    useEffect(() => {
      if (fetched) return;
      let isGone = false;
      load().then(
        (part) => {
          fetched = part;
          if (!isGone) setPart([part]);
        },
        () => {
          if (!isGone) setFailed(attempt);
        },
      );
      return () => {
        isGone = true;
      };
    }, [attempt]);
    if (Part) return <Part {...props} />;
    if (failed !== attempt) return <p role="status">{nlNoAnswer.partLoading}</p>;
    return (
      <Alert kind="error" live>
        <p>{nlNoAnswer.partFailed}</p>
        <Button onClick={() => setAttempt(attempt + 1)}>{nlNoAnswer.partAgain}</Button>
      </Alert>
    );
  };
}
