"""English words with accents, and those that are no foreign names where they begin with a capital."""

from __future__ import annotations

LOANS = frozenset(
    "café cafés naïve naïveté façade façades résumé résumés cliché clichés fiancé fiancée protégé protégés née né à "
    "là déjà vu communiqué communiqués décor détente entrée entrées élite élites émigré émigrés crème brûlée über "
    "señor señora piñata jalapeño coördinate coöperate coöperation coöperative reëlected soufflé sauté matinée soirée "
    "exposé touché rapprochement chargé chargés d'affaires vis-à-vis attaché attachés démarche démarches coup d'état "
    "tête-à-tête château châteaux rôle hôtel voilà première papier-mâché appliqué blasé passé purée pâté risqué "
    "smörgåsbord doppelgänger führer façon garçon ångström régime régimes mêlée précis raison d'être crêpe crêpes "
    "provençal belle époque déclassé dénouement ingénue layette maté naïf négligé outré pietà própolis rosé séance "
    "tilde étude études zoë açaí bête noire".split()
)
"""Words of English prose that may keep their accents."""
CAPITALS = frozenset(
    "minister ministers ministry president government republic foreign affairs united nations central asia the this "
    "that these in on at as by for from during after international conference state deputy chairman ambassador "
    "embassy university organization organisation union european council cabinet turkmenistan japan ashgabat tokyo "
    "awaza caspian japanese turkmen russian russia january february march april may june july august september "
    "october november december monday tuesday wednesday thursday friday saturday sunday parties sides participants "
    "trade memorandum agreement declaration secretary general committee commission parliament assembly department "
    "institute company national health education culture energy transport economy finance bank fund forum summit "
    "meeting visit joint statement press service delegation head its according both two he she they it rashid meredov "
    "serdar berdimuhamedov gurbanguly kazakhstan uzbekistan iran china development programme program security about "
    "more last next many all also among before between each every first second third fourth former further most new "
    "no one only other our over people please population since some such there today under until we when while with "
    "work year years young see read due children students school schools city official information tickets citizens "
    "exports imports karakum turkmenabat mary dashoguz balkan lebap akhal turkmenbashi arkadag astana tashkent "
    "dushanbe bishkek baku moscow ankara azerbaijan tajikistan kyrgyzstan armenia georgia afghanistan kamikawa "
    "guterres kishida yoko".split()
)
"""Words that are no foreign names where they begin with a capital."""
