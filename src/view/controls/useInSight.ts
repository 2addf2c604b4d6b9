import { type RefObject, useEffect, useState } from 'react';

/** What is scrolled in is up to date before it is seen. */
const NEARLY = '25% 0px';

const followed = new WeakMap<Element, (isInSight: boolean) => void>();
let shared: IntersectionObserver | null = null;

/** One watches over all: a long table has hundreds of rows. */
function observer(): IntersectionObserver {
  shared ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) followed.get(target)?.(isIntersecting);
    },
    { rootMargin: NEARLY },
  );
  return shared;
}

/** Whether an element is in the window or nearly so; true until the browser has told, and where it cannot. */
export function useInSight(place: RefObject<Element | null>): boolean {
  const [isInSight, setIsInSight] = useState(true);
  useEffect(() => {
    const element = place.current;
    if (element === null || typeof IntersectionObserver !== 'function') return;
    followed.set(element, setIsInSight);
    observer().observe(element);
    return () => {
      followed.delete(element);
      observer().unobserve(element);
    };
  }, [place]);
  return isInSight;
}
