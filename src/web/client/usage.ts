/** The script of `/usage`: a bar chart above each table, drawn from that table. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartDataset,
  Legend,
  LinearScale,
  Tooltip,
} from 'chart.js'
import { element } from './dom.ts'

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip)

const COLORS = ['--calls', '--texts']
const canvases = [...document.querySelectorAll('canvas')]
const themes = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query))

let charts = canvases.map(draw)
for (const theme of themes)
  theme.addEventListener('change', () => {
    for (const chart of charts) chart.destroy()
    charts = canvases.map(draw)
  })

function draw(canvas: HTMLCanvasElement): Chart {
  canvas.closest('figure')?.removeAttribute('hidden')
  const table = element(canvas.dataset.table ?? '', HTMLTableElement)
  const heads = [...table.querySelectorAll('thead th')].map(textOf)
  const rows = [...table.querySelectorAll<HTMLTableRowElement>('tbody tr:not(.total)')]
  const columns = heads.slice(1, 1 + Number(canvas.dataset.columns))
  const styles = getComputedStyle(canvas)
  const color = styles.color
  const font = { family: styles.fontFamily, size: Number.parseFloat(styles.fontSize) * 0.8 }
  const cellOf = (row: number, column: number) => rows[row]?.cells[column + 1]
  return new Chart(canvas, {
    type: 'bar',
    data: {
      labels: rows.map((row) => textOf(row.cells[0])),
      datasets: columns.flatMap((label, column) => {
        const cells = rows.flatMap((_, row) => cellOf(row, column) ?? [])
        return barsOf(label, cells, styles.getPropertyValue(COLORS[column] ?? '').trim())
      }),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      scales: {
        x: { ticks: { color, font }, grid: { display: false }, stacked: true },
        y: { ticks: { color, font, precision: 0 }, beginAtZero: true },
      },
      plugins: {
        legend: {
          // A bar and its outline have one name; to switch off only one of them would mislead.
          onClick: () => {},
          labels: { color, font, filter: ({ datasetIndex = 0 }) => datasetIndex % 2 === 0 },
        },
        tooltip: {
          filter: ({ datasetIndex }) => datasetIndex % 2 === 0,
          callbacks: {
            label: ({ dataset, dataIndex, datasetIndex }) =>
              `${dataset.label}: ${textOf(cellOf(dataIndex, datasetIndex / 2))}`,
          },
        },
      },
    },
  })
}

/** Filled up to the least the count can be, and in outline from there to the most. */
function barsOf(label: string, cells: readonly HTMLTableCellElement[], color: string): ChartDataset<'bar'>[] {
  const bounds = cells.map(({ dataset }): [number, number] => [
    Number(dataset.atLeast),
    Number(dataset.atMost),
  ])
  return [
    { label, stack: label, data: bounds.map(([atLeast]) => atLeast), backgroundColor: color },
    {
      label,
      stack: label,
      data: bounds.map(([atLeast, atMost]) => (Number.isFinite(atMost) ? atMost - atLeast : 0)),
      backgroundColor: 'transparent',
      borderColor: color,
      borderWidth: 1,
    },
  ]
}

function textOf(cell: Element | undefined): string {
  return cell?.textContent ?? ''
}
