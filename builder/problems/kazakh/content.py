"""Problems of what was written: fields, references, translations, structure, strings."""

from builder.problems.catalogue import Sentence

SENTENCES = {
    # Fields
    "unknown-key": Sentence(
        "мұнда `{key}` деген кілт болмайды",
        "оны өшіріңіз немесе дұрыс жазылған файлмен салыстырыңыз",
        "дұрысы `{suggestion}` емес пе?",
    ),
    "given-key": Sentence(
        "`{key}` кілті қолмен жазылмайды",
        "оны өшіріңіз; жазбаның идентификаторы – файлының аты",
    ),
    "missing-key": Sentence(
        "`{key}` кілті жоқ",
        "`{key}:` жолын қосыңыз",
    ),
    "wrong-type": Sentence(
        "мәннің түрі сәйкес емес: керегі – {expected}, жазылғаны – {found}",
        "дұрыс жазылған файлмен салыстырыңыз",
        "жақшаға алыңыз: {suggestion}",
    ),
    "empty-value": Sentence(
        "мұнда ештеңе жазылмаған",
        "мәнін жазыңыз; міндетті емес кілт болса, оны өшіруге де болады",
    ),
    "too-few": Sentence(
        "тізім тым қысқа: кемінде {least} мән болуы керек",
        "жетпейтінін қосыңыз",
    ),
    "too-many": Sentence(
        "тізім тым ұзын: ең көбі {most} мән болуы керек",
        "артығын алып тастаңыз",
    ),
    "listed-twice": Sentence(
        "«{value}» осы тізімде екі рет тұр",
        "екеуінің бірін қалдырыңыз",
    ),
    "bad-value": Sentence(
        "мұнда «{value}» деп жазуға болмайды",
        "дұрыс жазылған файлмен салыстырыңыз",
    ),
    "bad-choice": Sentence(
        "«{value}» мұнда жазуға болатын мәндердің қатарында жоқ",
        "мыналардың бірін жазыңыз: {choices}",
        "дұрысы «{suggestion}» емес пе? Жазуға болатын мәндер: {choices}",
    ),
    "bad-email": Sentence(
        "«{value}» электрондық пошта мекенжайы емес",
        "мекенжайды толық жазыңыз, мысалы: editors@example.org",
    ),
    "bad-checksum": Sentence(
        "«{value}» SHA-256 бақылау қосындысы емес",
        "`sha256sum ФАЙЛ` пәрмені шығаратын 64 таңбаны (0-9 және a-f) жазыңыз",
    ),
    "bad-licence": Sentence(
        "бұл лицензияның мекенжайы да, барлық тілдегі мәтіні де емес",
        "толық мекенжайын жазыңыз, мысалы: https://creativecommons.org/licenses/by/4.0/, немесе "
        "әр тілде мәтінін беріңіз",
    ),
    "bad-date": Sentence(
        "«{value}» күн ретінде оқылмайды",
        "2016, 2016-11 немесе 2016-11-07 түрінде, күнтізбеде бар күнді жазыңыз",
        "дұрысы {suggestion} емес пе?",
    ),
    "bad-time": Sentence(
        "«{value}» уақыт ретінде оқылмайды",
        "сағаты мен минутын жазыңыз, мысалы: 18:23",
        "дұрысы {suggestion} емес пе?",
    ),
    "bad-slug": Sentence(
        "«{slug}» мекенжайдың бөлігі бола алмайды",
        "кіші латын әріптерін (a-z), цифрларды және дефисті ғана қолданыңыз (екі дефис қатар "
        "тұрмасын)",
        "дұрысы «{suggestion}» емес пе?",
    ),
    "bad-address": Sentence(
        "«{value}» толық веб-мекенжай емес",
        "мекенжайды https:// немесе http:// дегеннен бастап, бос орынсыз жазыңыз",
        "дұрысы {suggestion} емес пе?",
    ),
    "bad-site-address": Sentence(
        "сайтты «{value}» мекенжайында жариялауға болмайды",
        "хостты және керек болса қалтаны жазыңыз, мысалы: https://example.org/visit/",
    ),
    "bad-language-code": Sentence(
        "«{value}» тілдің коды емес",
        "BCP 47 бойынша тіл кодын жазыңыз, мысалы: ja",
        "дұрысы «{suggestion}» емес пе? Мұнда елдің емес, тілдің коды тұрады",
    ),
    "bad-language-mark": Sentence(
        "мұнда `[[` тұр, бірақ одан кейінгісі тіл белгісі емес",
        "тілдің кодымен [[lang:ja|мәтін]] түрінде жазыңыз немесе жақшаларды алып тастаңыз",
        "дұрысы [[lang:{suggestion}|…]] емес пе? Мұнда елдің емес, тілдің коды тұрады",
    ),
    "not-translated": Sentence(
        "әр тілге бір мәтіннен керек",
        "былай жазыңыз: {example}",
    ),
    "unknown-language": Sentence(
        "сайтта «{language}» тілі жоқ",
        "сайттың тілдері: {languages}; site.yaml файлын қараңыз",
        "дұрысы «{suggestion}» емес пе? Сайттың тілдері: {languages}",
    ),
    "comma-in-braces": Sentence(
        "«{words}» мәтіннен бөлініп қалған: {{ }} жақшасының ішінде үтір өзіне дейінгі мәтінді "
        "аяқтайды",
        "мәтінді түгел тырнақшаға алыңыз",
    ),
    "unsupported-language": Sentence(
        "«{language}» деген тіл белгісіз",
        "мыналардың бірін жазыңыз: {languages}; басқа тіл үшін builder/language/ ішіне модуль "
        "қосу керек",
        "дұрысы «{suggestion}» емес пе? Белгілі тілдер: {languages}",
    ),
    "site-languages": Sentence(
        "сайттың тілдері көрсетілмеген",
        "`languages:` кілтіне тіл кодтарының тізімін жазыңыз",
    ),
    "language-twice": Sentence(
        "«{language}» тілі тізімде екі рет тұр",
        "екеуінің бірін қалдырыңыз",
    ),
    "duplicate-id": Sentence(
        "«{id}» идентификаторы осы тізімде екі рет қолданылған",
        "әр жазбаға өз идентификаторын беріңіз",
    ),
    "duplicate-address": Sentence(
        "бұл беттің мекенжайы {address} болар еді, бірақ ол мынаған берілген: {other}",
        "екеуінің бірінің `slug` мәнін өзгертіңіз",
    ),
    # States that cannot be
    "date-or-range": Sentence(
        "уақытқа не `date`, не `from` мен `to` бірге керек",
        "осы екі түрдің бірімен жазыңыз",
    ),
    "ends-before-start": Sentence(
        "басталуынан бұрын аяқталып тұр: басы – {start}, соңы – {end}",
        "екеуінің бірін түзетіңіз",
    ),
    "end-without-start": Sentence(
        "`end` бар, `start` жоқ",
        "`start` қосыңыз немесе `end` жолын өшіріңіз",
    ),
    "applies-before-conclusion": Sentence(
        "жасалмай тұрып қолданыла бастаған: қолданыла бастаған күні – {applies}, жасалған күні – "
        "{concluded}",
        "екі күннің бірін түзетіңіз",
    ),
    "figure-origin": Sentence(
        "көрсеткіштің қайдан алынғаны `quote`, `agreement`, `article` кілттерінің тек біреуінде "
        "айтылады",
        "көрсеткішті беретін біреуін ғана қалдырыңыз",
    ),
    "figure-value": Sentence(
        "мән көрсеткіштің `{kind}` түріне сай емес",
        "count және ordinal: `value` кілтінде сан; money: сан мен `currency`; date: күн; "
        "text: `words` болсын, `value` болмасын",
    ),
    "unknown-currency": Sentence(
        "«{currency}» валютасының мына тілдерде атауы жоқ: {languages}",
        "ISO 4217 бойынша builder/language/ білетін кодты жазыңыз",
    ),
    # References and sources
    "unknown-record": Sentence(
        "`{kind}` түрінде «{id}» деген жазба жоқ",
        "оны жасаңыз немесе идентификаторды түзетіңіз",
        "дұрысы «{suggestion}» емес пе?",
    ),
    "refers-to-draft": Sentence(
        "`{kind}` түріндегі «{id}» жазбасы – әзірге жоба: ол жарияланбайды, сондықтан мұнда "
        "аталмауы керек",
        "жазба дайын болғанда оның файлынан `draft: true` жолын өшіріңіз, ал оған дейін осы "
        "сілтемені алып тұрыңыз",
    ),
    "article-named-like-section": Sentence(
        "сайтта «{name}» деген бөлім бар, сондықтан мақаланы олай атауға болмайды",
        "мақала файлдарына басқа ат беріңіз",
    ),
    "unknown-navigation": Sentence(
        "навигацияда «{name}» аталған, бірақ ондай бөлім де, мақала да жоқ",
        "`sections:` ішіндегі бөлімнің немесе content/pages/ ішіндегі файлдың атын жазыңыз",
        "дұрысы «{suggestion}» емес пе?",
    ),
    "unknown-block": Sentence(
        "мақалада «{segment}» деген блок жоқ",
        "тақырыптың немесе блоктың идентификаторын жазыңыз, мысалы: trade-2",
        "дұрысы «{suggestion}» емес пе?",
    ),
    "unknown-segment": Sentence(
        "ешбір дереккөзде «{segment}» деген үзінді жоқ",
        "дереккөздің `stored:` кілтінде көрсетілген үзіндіні жазыңыз",
        "дұрысы «{suggestion}» емес пе?",
    ),
    "duplicate-segment": Sentence(
        "«{segment}» деген үзінді «{source}» дереккөзінде де бар",
        "`covers:` екеуін шатастырмауы үшін әр үзіндіге өз идентификаторын беріңіз",
    ),
    "uncovered-segment": Sentence(
        "«{segment}» үзіндісі сайттың еш жерінде айтылмаған",
        "оны айтатын жазбаның немесе блоктың `covers:` кілтіне қосыңыз",
    ),
    "unused-source": Sentence(
        "«{id}» дереккөзіне еш жерде сілтеме жасалмаған",
        "тиісті жерде сілтеме жасаңыз немесе файлды өшіріңіз",
    ),
    # Translations and structure
    "missing-translation": Sentence(
        "`{field}` өрісінің «{language}» тіліндегі мәтіні жоқ",
        "`{language}:` жолын қосыңыз; бұл өріс міндетті болмаса, оны барлық тілде алып тастауға "
        "болады",
    ),
    "missing-prose": Sentence(
        "мақаланың «{language}» тіліндегі мәтіні жоқ",
        "мына файлды жасаңыз: {name}",
    ),
    "original-missing": Sentence(
        "түпнұсқа «{language}» тілінде делінген, бірақ ол мәтін жоқ",
        "«{language}» тіліндегі мәтінді қосыңыз немесе `original:` мәнін түзетіңіз",
    ),
    "translated-original": Sentence(
        "«{language}» тіліндегі мәтін – түпнұсқа, оны ешкім аудармаған",
        "`translated:` ішінен `{language}` кілтін өшіріңіз",
    ),
    "translator-missing": Sentence(
        "мәтінді «{language}» тіліне кім аударғаны айтылмаған",
        "`translated:` ішіне `{language}` кілтін қосыңыз (official, interpreter, agency немесе "
        "editors)",
    ),
    "structure-differs": Sentence(
        "мұнда «{language}» тіліндегі мәтінде {here_kind} {here} тұр, ал «{other_language}» "
        "тіліндегісінде – {there_kind} {there} ({other_place})",
        "екі мәтінде де бірдей блоктар, идентификаторлар мен ендірмелер бірдей ретпен тұрсын",
    ),
    "structure-ends": Sentence(
        "«{language}» тіліндегі мәтін осы блоктан кейін бітеді, ал «{other_language}» тіліндегісі "
        "жалғасады: {there_kind} {there} ({other_place})",
        "сол блокты осында қосыңыз немесе анау мәтіннен өшіріңіз",
    ),
    "placeholders-differ": Sentence(
        "`{key}` мәтініндегі толтырғыштар сәйкес емес: мұнда – {here}, «{language}» тілінде – "
        "{there} (- белгісі жоқ дегенді білдіреді)",
        "барлық тілде бірдей толтырғыштарды жазыңыз; жетпейтінін қосыңыз",
    ),
    # Interface strings
    "missing-string": Sentence(
        "интерфейстің `{key}` мәтіні жоқ",
        "оны қосыңыз: ол әр тілде керек",
    ),
    "language-without-name": Sentence(
        "бір мәтіннің тілі «{language}» делінген, ал бұл тілдің мұнда атауы жоқ",
        "`language:` ішіне `{language}:` жолын қосыңыз немесе мәтін тұрған жердегі кодты түзетіңіз",
    ),
    "unused-string": Sentence(
        "интерфейстің `{key}` мәтіні еш жерде қолданылмайды",
        "оны барлық тілде өшіріңіз",
        "дұрысы `{suggestion}` емес пе?",
    ),
    "unknown-string": Sentence(
        "бет үлгісі `{key}` мәтінін сұрайды, бірақ ол бірде-бір тілде жоқ",
        "оны content/strings/ ішіндегі әр файлға қосыңыз",
        "дұрысы `{suggestion}` емес пе?",
    ),
}
