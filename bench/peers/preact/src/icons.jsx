// The card's icons, drawn on a grid of 16. Each stands beside a word, or in a button that has a name.

const Icon = ({ path }) => <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d={path} /></svg>;

const STATUS = {
  reported: "M3.5 2.5h9v11h-9zM6 6h4M6 9h4",
  attributed: "M3 12.5V9.5q0-5 4-6M9 12.5V9.5q0-5 4-6M3 9.5h3v3H3zM9 9.5h3v3H9z",
  disputed: "M8 13V8.5L4 4m4 4.5L12 4M4 7.5V4h3.5M12 7.5V4H8.5",
  unreviewed: "M8 2.5a5.5 5.5 0 1 0 .01 0M6.3 6.5q0-1.7 1.7-1.7t1.7 1.5q0 1-1.7 2v.8M8 11v.4",
};

const POSITION = ["m3 8.5 3.3 3.3L13 5", "m4 4 8 8m0-8-8 8", "M4.5 8h7"];

export const StatusIcon = ({ status }) => <Icon path={STATUS[status]} />;
export const PositionIcon = ({ column }) => <Icon path={POSITION[column]} />;
export const QuoteIcon = () => <Icon path="M3 4h10M3 8h10M3 12h6" />;
export const SearchIcon = () => <Icon path="M7 2.5a4.5 4.5 0 1 0 .01 0M10.2 10.2l3.3 3.3" />;
