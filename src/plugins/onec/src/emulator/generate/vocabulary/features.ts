import { type Spec, spec } from "./types"

/** What is told of a part, with its unit and the values that occur; words are parted by bars. */
const ASPECTS = [
  "Длина #, мм: 5 10 15 20 25 30 40 50 60 80 100 120 150 200 250 300",
  "Ширина #, мм: 4 6 8 10 12 16 20 24 32 40 48 64 80 96",
  "Толщина #, мм: 0,5 0,8 1 1,2 1,5 2 2,5 3 4 5",
  "Масса #, г: 5 10 20 50 75 100 150 200 350 500 750",
  "Материал #: сталь | алюминий | латунь | пластик | резина | дерево | стеклотекстолит | цинк",
  "Цвет #: чёрный | белый | серый | красный | синий | зелёный | жёлтый | оранжевый | бежевый",
  "Покрытие #: без покрытия | лак | порошковое | гальваническое | хром | никель",
  "Исполнение #: стандартное | усиленное | облегчённое | влагозащищённое | морозостойкое",
  "Крепление #: винтовое | на защёлке | клеевое | сварное | магнитное",
  "Форма #: круглая | прямоугольная | овальная | шестигранная",
  "Стандарт #: ГОСТ | ТУ | DIN | ISO",
  "Ресурс #, ч: 50 100 200 300 500 1000 2000",
] as const

const PARTS =
  "каркаса рычага крышки кабеля основания наконечника привода вала ремня колеса опоры шкалы замка кнопки панели фильтра сетки пружины кожуха штока кольца втулки чехла подставки упаковки".split(
    " "
  )

/** So many there are at most; the supplier says how many he keeps. */
export const FEATURES_MAX = ASPECTS.length * PARTS.length

/** Features beyond those of a kind, as a base of many years keeps them: «Длина кабеля, мм», «Материал рычага» … Neighbours differ in part and aspect. */
export function features(count: number): Spec[] {
  return Array.from({ length: count }, (_, index) => {
    const aspect = ASPECTS[index % ASPECTS.length] ?? ASPECTS[0]
    const part = PARTS[(index + Math.trunc(index / ASPECTS.length)) % PARTS.length] ?? ""
    return spec(aspect.replace("#", part))
  })
}
