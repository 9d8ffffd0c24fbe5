const CONSONANT = "[бвгджзйклмнпрстфхцчшщ]"
const VOWELS = "аеиоуыэюя"
const HUSHING = "жчшщц"

/** «молотки», «розетка», «гайке», «кастрюльку»; what comes before «-к-» is the second part. */
const WITHOUT_VOWEL = new RegExp(`^([а-я]+)(${CONSONANT}ь?)к(?:а|и|у|е|ой|ою|ам|ами|ах|ов|ом)$`, "u")
/** The same with the vowel: «молоток», «розеток», «гаек». */
const WITH_VOWEL = /^([а-я]+)([а-я])([ое])к$/u
/** «резцы», «кольца». */
const OF_EC = new RegExp(`^([а-я]+${CONSONANT})ь?ц(?:а|ы|о|у|е|ом|ем|ам|ами|ах|ов)$`, "u")
const EC = new RegExp(`^([а-я]+${CONSONANT})ец$`, "u")
/** «ремни», «стержней». */
const OF_EN = new RegExp(`^([а-я]+${CONSONANT})н(?:и|я|ю|ем|ей|ям|ями|ях)$`, "u")
const EN = new RegExp(`^([а-я]+${CONSONANT})ень$`, "u")
/** «бензопилы», which the stemmer takes for a verb. */
const LIKE_VERB = /^([а-я]{2,}ил)ы$/u

/**
 * Other forms of a Russian word that the stemmer does not bring together with it, since a vowel comes and goes: «молотки» is «молоток», «розетка» is
 * «розеток», «гайки» is «гаек», «кольца» is «колец». A form that no word has finds nothing, so it does no harm.
 *
 * @param word lower case, «е» for «ё»
 */
export function otherForms(word: string): string[] {
  const [, begins = "", last = ""] = WITHOUT_VOWEL.exec(word) ?? []
  if (begins !== "") {
    return withVowel(begins, last)
  }
  const [, stem = "", before = "", vowel = ""] = WITH_VOWEL.exec(word) ?? []
  if (stem !== "") {
    return VOWELS.includes(before) ? (vowel === "е" ? [`${stem}${before}йка`] : []) : [`${stem}${before}ка`]
  }
  const endings: [RegExp, string[]][] = [
    [OF_EC, ["ец"]],
    [EC, ["ца", "ьца"]],
    [OF_EN, ["ень"]],
    [EN, ["ня"]],
    [LIKE_VERB, ["а"]],
  ]
  return endings.flatMap(([pattern, others]) => {
    const [, kept = ""] = pattern.exec(word) ?? []
    return kept === "" ? [] : others.map((other) => kept + other)
  })
}

function withVowel(begins: string, last: string): string[] {
  if (last === "й") {
    return [`${begins}ек`]
  }
  if (last.endsWith("ь")) {
    return [`${begins}${last.charAt(0)}ек`]
  }
  return (HUSHING.includes(last) ? ["ек", "ок"] : ["ок"]).map((ending) => begins + last + ending)
}
