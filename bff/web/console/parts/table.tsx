import type { ComponentChildren } from 'preact';
import type { Text } from '../../../../shared/text.ts';
import { Say, useSay } from '../../staff/say.tsx';

const none: Text = { zh: '', en: '' };

/** Rows under a caption, each told by its first cell; numbers stand to the right. On a narrow screen each row is a list of its own. */
export function Table({
  caption,
  head,
  rows,
}: {
  caption: Text;
  head: readonly Text[];
  rows: readonly (readonly [name: string, ...cells: ComponentChildren[]])[];
}) {
  const { say } = useSay();
  return (
    <table>
      <caption>{say(caption)}</caption>
      <thead>
        <tr>
          {head.map((text) => (
            <th key={text.en} scope="col">
              {say(text)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, column) => (
              <td key={head[column + 1]?.en} data-head={say(head[column + 1] ?? none)}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
        {rows.length > 0 ? null : (
          <tr>
            <td colSpan={head.length}>
              <Say zh="没有" en="none" />
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
