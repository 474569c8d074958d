/** The script of `/usage`: a bar chart above each table, drawn from that table. */
import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Tooltip } from 'chart.js'
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
      datasets: columns.map((label, column) => {
        const cells = rows.flatMap((_, row) => cellOf(row, column) ?? [])
        return {
          label,
          data: cells.map(({ dataset }) => Number(dataset.count)),
          backgroundColor: styles.getPropertyValue(COLORS[column] ?? '').trim(),
        }
      }),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      scales: {
        x: { ticks: { color, font }, grid: { display: false } },
        y: { ticks: { color, font, precision: 0 }, beginAtZero: true },
      },
      plugins: {
        legend: { labels: { color, font } },
        tooltip: {
          callbacks: {
            label: ({ dataset, dataIndex, datasetIndex }) =>
              `${dataset.label}: ${textOf(cellOf(dataIndex, datasetIndex))}`,
          },
        },
      },
    },
  })
}

function textOf(cell: Element | undefined): string {
  return cell?.textContent ?? ''
}
