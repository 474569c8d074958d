/** The charts of `/usage`, drawn from the tables beneath them. */
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
  const table = document.getElementById(canvas.dataset.table ?? '') as HTMLTableElement
  const heads = [...table.querySelectorAll('thead th')].map(textOf)
  const rows = [...table.querySelectorAll<HTMLTableRowElement>('tbody tr:not(.total)')]
  const columns = heads.slice(1, 1 + Number(canvas.dataset.columns))
  const styles = getComputedStyle(canvas)
  const color = styles.color
  const font = { family: styles.fontFamily, size: Number.parseFloat(styles.fontSize) * 0.8 }
  const cellOf = (row: number, column: number) => rows[row]?.cells[column + 1] as HTMLTableCellElement
  return new Chart(canvas, {
    type: 'bar',
    data: {
      labels: rows.map((row) => textOf(row.cells[0])),
      datasets: columns.flatMap((label, column) => {
        const cells = rows.map((_, row) => cellOf(row, column))
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
          // The outlines have the names of their bars; switching one off without the other would mislead.
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

/** What is sure, filled; and from there to what it may be, in outline. */
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
