//! What is found of negations, and what is passed over.

use super::*;

#[test]
fn negations_lost_or_gained_are_found() {
    check(
        "ru-en",
        "Министр не подписал договор в столице.",
        "The minister signed the treaty in the capital.",
        &["negation: drops не подписал"],
    );
    check(
        "de-fr",
        "Der Rat hat dem Antrag zugestimmt.",
        "Le conseil n’a pas accepté la demande.",
        &["negation: adds pas accepté"],
    );
    check(
        "hu-en",
        "A tanács nem fogadta el a javaslatot.",
        "The council adopted the proposal yesterday.",
        &["negation: drops nem fogadta"],
    );
}

#[test]
fn negations_in_other_words_pass() {
    passes(
        "ru-en",
        "Он не только пришёл, но и не опоздал ни на минуту.",
        "He came, and on time, without a minute's delay.",
    );
    passes("de-en", "Die Lieferung erfolgt frühestens im August.", "Delivery shall not be made before August.");
    passes(
        "de-en",
        "Das Gesetz tritt nicht vor Januar in Kraft.",
        "The law enters into force in January at the earliest.",
    );
    passes("ru-en", "Совет не принял решения по этому делу.", "The council failed to decide on this case.");
    passes("ru-en", "Срок составляет не менее трёх лет для всех.", "The term is at least three years for all.");
    passes("ru-en", "Это невозможно для всех сторон.", "This is impossible for all parties.");
    passes("ru-en", "Никто из них не остался без работы там.", "All of them found work there.");
    passes("ru-en", "Как бы громко это ни звучало сегодня.", "However loud this sounds today.");
    passes("de-fr", "Ohne das Abkommen geht es den Staaten schlecht.", "L’accord n’existe pas, et les États vont mal.");
    passes("de-fr", "Er ging keinen Schritt weiter als sein Bruder.", "Il a refusé tout pas de plus que son frère.");
    passes("hu-en", "Szokásai változatlanok a nyár óta.", "His habits have not changed since the summer.");
    passes("zh-en", "他不禁笑了起来。", "He burst out laughing all at once.");
}

#[test]
fn negations_that_turn_nothing_round_pass() {
    passes("fr-en", "Le capitaine ne manque jamais de payer.", "The captain always pays what he owes.");
    check(
        "fr-en",
        "Le capitaine ne paie jamais son dû.",
        "The captain pays his dues.",
        &["negation: drops jamais son"],
    );
    passes("ru-en", "Нельзя не заметить эту старую башню.", "You are sure to see that old tower.");
    passes("ru-en", "Это далеко не первая такая башня.", "Such towers were built before this one.");
    passes("ru-en", "Чего только мы там не видели!", "We saw all kinds of things there!");
    passes("ru-en", "Не желаешь ли ещё чаю, капитан?", "Would you like more tea, captain?");
    passes("de-en", "Wir sehen uns am Hafen, oder?", "We'll meet at the harbour, won't we?");
    passes("de-en", "Die Lage der Stadt ist alles andere als gut.", "The town is not doing well.");
    passes("de-en", "Das Schiff kam erst am Abend an.", "The ship did not arrive until the evening.");
    passes("de-en", "Der Rat lehnte den Antrag gestern ab.", "The council did not grant the request yesterday.");
    check(
        "ru-en",
        "Почему министр не подписал договор?",
        "Why did the minister sign the treaty?",
        &["negation: drops не подписал"],
    );
}

#[test]
fn what_is_not_excluded_is_allowed() {
    passes(
        "de-en",
        "Der Vertrag schließt eine spätere Änderung der Preise nicht aus.",
        "The contract may allow later changes of prices.",
    );
    passes(
        "fr-en",
        "Le contrat n’exclut toutefois pas une modification.",
        "The contract may, however, allow a change.",
    );
    passes("fr-en", "Le contrat n’interdit pas une modification.", "The contract may allow a change.");
    let (old, new) = ("Das Geld reicht für die drei Boote nicht aus.", "The money may pay for the three boats.");
    check("de-en", old, new, &["negation: drops nicht aus"]);
}

#[test]
fn exceptions_render_each_other_and_no_negation() {
    let old = "Exceptions are not permitted in the harbour, even in summer.";
    check("en-ru", old, "Исключения в гавани разрешены даже летом.", &["negation: drops not permitted"]);
    check("en-de", old, "Ausnahmen sind im Hafen selbst im Sommer erlaubt.", &["negation: drops not permitted"]);
    passes("en-ru", old, "В гавани исключения не допускаются даже летом.");
    passes("en-ru", "It does not bind the ships there, even in summer.", "Исключения составляют суда даже летом.");
}

#[test]
fn negations_by_the_meaning_of_a_word_pass() {
    passes("en-de", "The mark is not visible to the eye.", "Die Marke ist für das Auge verborgen.");
    passes("de-en", "Die Marke ist nicht sichtbar für uns.", "The mark is hidden from our eyes.");
    passes("de-en", "Die beiden Fassungen sind nicht gleich.", "The two versions differ from each other.");
    passes("fr-en", "La température ne change pas ici.", "The temperature is constant here.");
    passes("en-fr", "Smoking is not allowed in here.", "Fumer est interdit dans ces lieux.");
    passes("ru-en", "Здесь не разрешено курить никому.", "Smoking is forbidden to everyone here.");
    passes("en-ru", "The door was not open that day.", "Дверь в тот день была закрыта.");
    passes("en-es", "The two texts are not the same.", "Los dos textos difieren entre sí.");
    passes("de-en", "Das ist nicht verboten in diesem Land.", "That is allowed in this country.");
    passes("ru-en", "Это не запрещено в этой стране.", "That is allowed in this country.");
    passes("en-de", "The drink has no alcohol in it.", "Das Getränk ist ganz alkoholfrei.");
}

#[test]
fn negations_in_chinese_are_found() {
    check("zh-en", "缔约方不得转让本协定。", "The Parties may transfer this Agreement.", &["negation: drops 不得转让"]);
    check("zh-en", "部长没有签署条约。", "The minister signed the treaty.", &["negation: drops 没有签署"]);
    check("zh-en", "船今天不来港口。", "The ship comes to port today.", &["negation: drops 不来"]);
    check("en-zh", "The minister signed the treaty.", "部长没有签署条约。", &["negation: adds 没有签署"]);
    check("en-zh", "The minister did not sign the treaty.", "部长签署了条约。", &["negation: drops not sign"]);
}

#[test]
fn chinese_that_only_looks_like_a_negation_passes() {
    passes("zh-en", "他不仅来了，而且很高兴。", "He came, and was very glad, too.");
    passes("zh-en", "无论谁来，我们都欢迎。", "Whoever comes, we welcome them.");
    passes("zh-en", "水位不断上升，非常快。", "The water keeps rising very quickly.");
    passes("zh-en", "未来的城市有两种样子。", "The town of the future has two faces.");
    passes("zh-en", "不过，他今天来了。", "However, he came here today.");
    passes("zh-en", "他不得不签署条约。", "He had to sign the treaty.");
    passes("zh-en", "不要忘记带护照。", "Remember to bring your passport.");
    passes("zh-en", "该产品不含酒精。", "The product is alcohol-free.");
    passes("zh-en", "本合同不可撤销。", "This contract is irrevocable.");
    passes("zh-en", "他是不是签署了条约？", "Did he sign the treaty?");
    passes("zh-en", "部长没有签署条约。", "The minister refused to sign the treaty.");
    passes("zh-en", "他们禁止在这里吸烟。", "They prohibit smoking in here.");
    passes("en-zh", "The council failed to decide on this.", "理事会未能就此作出决定。");
}

#[test]
fn what_is_over_and_lasts_is_found() {
    check(
        "de-en",
        "Die Mittel stehen nicht mehr zur Verfügung.",
        "The funds are still available.",
        &["negation: nicht mehr → still"],
    );
    check("fr-en", "Il n’y a plus de places ici.", "There are still seats here.", &["negation: n’y a plus → still"]);
    check("en-ru", "The port is no longer in use.", "Порт ещё работает с утра.", &["negation: no longer → ещё"]);
}

#[test]
fn what_is_over_and_said_so_passes() {
    passes("de-en", "Die Mittel stehen nicht mehr zur Verfügung.", "The funds are no longer available.");
    passes("de-en", "Er ist nicht mehr da, sie ist noch da.", "He has left, she is still here.");
    passes("fr-en", "Il n’y a plus que trois jours ici.", "There are still three days here.");
    passes("de-en", "Das Schiff war nicht mehr zu sehen.", "The ship was still out of sight, and lost.");
}

#[test]
fn any_more_is_over_only_behind_a_negation() {
    check(
        "en-de",
        "The funds are not available any longer.",
        "Die Mittel stehen noch zur Verfügung.",
        &["negation: any longer → noch"],
    );
    check("de-en", "Wir haben noch Tee im Haus.", "We don't have tea anymore.", &["negation: noch → anymore"]);
    passes("en-de", "Do you have any more questions?", "Haben Sie noch Fragen?");
    passes("en-de", "Can you wait any longer?", "Können Sie noch warten?");
    passes("en-de", "If there are any more questions, ask us.", "Wenn es noch Fragen gibt, fragen Sie uns.");
    passes("en-de", "No, if you have any more tea, bring it.", "Nein, wenn ihr noch Tee habt, bringt ihn.");
    passes("en-de", "Don't you have any more tea?", "Haben Sie noch Tee?");
}

#[test]
fn what_is_denied_and_said_in_one_word_is_found() {
    let old = "New members are not excluded.";
    check("en-es", old, "Se descartan nuevos miembros.", &["negation: not excluded → descartan"]);
    check("en-ru", old, "Исключены и новые члены.", &["negation: not excluded → Исключены"]);
    check("en-zh", old, "排除还有其他国家加入。", &["negation: not excluded → 排除"]);
    check(
        "de-en",
        "Weitere Beitritte sind nicht ausgeschlossen.",
        old.replace("not ", "").as_str(),
        &["negation: nicht ausgeschlossen → excluded"],
    );
    check(
        "en-es",
        "They have not been excluded.",
        "Los han descartado.",
        &["negation: not been excluded → descartado"],
    );
    check("en-zh", "The port will be closed in winter.", "港口冬季不会关闭。", &["negation: closed → 不会关闭"]);
    check("en-de", "Fishing here is permitted.", "Fischen ist hier unzulässig.", &["negation: permitted → unzulässig"]);
    check("en-zh", "No member may withhold its dues.", "任何成员可以扣留其会费。", &["negation: drops No member"]);
    check("en-zh", "The lock is not safe.", "船闸是安全的。", &["negation: drops not safe"]);
}

#[test]
fn what_is_denied_in_other_words_passes() {
    let old = "New members are not excluded.";
    passes("en-es", old, "Pueden entrar nuevos miembros.");
    passes("en-es", old, "No se descartan nuevos miembros.");
    passes("en-zh", old, "不排除还有其他国家加入。");
    passes("en-ru", "The port was not closed until May.", "Порт закрыли лишь в мае этого года.");
    passes("en-zh", "The port was not closed until May.", "港口直到五月才关闭。");
    passes("en-de", "They not only closed the port.", "Sie schlossen den Hafen und mehr.");
    passes("en-de", "Fishing is not permitted here.", "Fischen ist hier unzulässig.");
    passes("en-de", "Fishing is permitted only here.", "Fischen ist anderswo verboten.");
    passes("en-ru", "Fishing here is permitted, hunting is forbidden.", "Ловля разрешена, охота запрещена.");
    passes("en-de", "Are they not excluded here?", "Sind sie ausgeschlossen?");
}

#[test]
fn chinese_words_that_begin_like_a_denial_deny_nothing() {
    passes("zh-en", "俄罗斯不断违反该协议。", "Russia constantly violates the agreement.");
    passes("zh-en", "该协定载有未来限制贸易的措施。", "The agreement has measures that limit trade in the future.");
    check("zh-en", "港口冬季没有关闭。", "The port was closed in winter.", &["negation: 没有关闭 → closed"]);
}

#[test]
fn words_that_only_look_like_negations_render_none() {
    let lost = |languages: &str, old: &str, new: &str, reason: &str| {
        check(languages, old, new, &[&format!("negation: {reason}")]);
    };
    lost("ru-en", "Суд не рассмотрел вопросы сторон.", "The court examined the questions.", "drops не рассмотрел");
    lost("de-en", "Der Pakt wurde nicht unterzeichnet.", "The pact was signed there.", "drops nicht unterzeichnet");
    lost("en-fr", "The crew did not sign the decision.", "L’équipage a signé la décision.", "drops not sign");
    lost("en-fr", "We shall not have recourse to them.", "Nous aurons recours à eux.", "drops not have");
    lost("en-de", "The crew did not agree and left.", "Die Crew stimmte zu und ging.", "drops not agree");
    lost("en-ru", "The crew did not agree this week.", "Экипаж согласился на этой неделе.", "drops not agree");
    lost("en-es", "The crew did not inform the port.", "La tripulación informó al puerto.", "drops not inform");
    lost(
        "en-fr",
        "He did not sign with the non-governmental bodies.",
        "Il a signé avec les organes non gouvernementaux.",
        "drops not sign",
    );
    passes("en-fr", "He did not sign the paper.", "Il a décliné de signer le papier.");
    passes("de-en", "Das Gericht hat die Frage nicht beantwortet.", "The court left the question open.");
    passes("de-en", "Er hat nicht unrecht in dieser Sache.", "He is right in this matter.");
}

#[test]
fn french_denies_some_verbs_without_a_second_word() {
    let lost = |old: &str, new: &str, reason: &str| check("fr-en", old, new, &[&format!("negation: {reason}")]);
    lost("Le locataire ne peut sous-louer la maison.", "The tenant may sublet the house.", "drops ne peut");
    lost("Le vendeur n’ose le dire à la presse.", "The seller dares to tell the press.", "drops n’ose");
    lost("Nul ne doit entrer dans la salle.", "Everyone must enter the hall.", "drops Nul ne");
    passes("fr-en", "Le roi ne peut que signer la loi.", "The king can but sign the law.");
    passes("fr-en", "Il part avant qu’il ne puisse la voir.", "He leaves before he can see her.");
    passes("fr-en", "Je ne saurais trop vous remercier.", "I thank you very much indeed.");
    passes("fr-en", "Les prix ne cessent d’augmenter.", "Prices keep rising.");
    passes("fr-en", "Le match nul a plu aux deux équipes.", "Both teams liked the draw.");
}

#[test]
fn a_sentence_may_be_shorter_in_one_of_the_languages() {
    check("de-en", "Er kommt heute nicht.", "He comes today.", &["negation: drops nicht"]);
    passes("de-en", "Keine Sorge, mein Freund!", "All is well!");
    passes("en-de", "Not at all, sir.", "Gern geschehen.");
}

#[test]
fn what_is_closed_is_not_open() {
    check(
        "de-en",
        "Die Grenze ist seit gestern geschlossen.",
        "The border has been open since yesterday.",
        &["negation: geschlossen → open"],
    );
    check("en-ru", "The bridge is open to cars.", "Мост закрыт для машин.", &["negation: open → закрыт"]);
    passes("de-en", "Ein Bund wurde geschlossen, der den Markt öffnet.", "A pact was made that opens the market.");
}

#[test]
fn what_is_not_exceeded_nor_doubted_is_told_in_other_words() {
    passes("en-de", "The term shall not exceed 30 days.", "Die Frist beträgt höchstens 30 Tage.");
    passes("es-en", "El grupo no supera las 500 personas.", "The group is at most 500 people.");
    passes("fr-en", "Le prix ne dépasse pas 500 euros.", "The price is at most 500 euros.");
    check(
        "fr-en",
        "Le prix ne dépasse pas 500 euros.",
        "The price exceeds 500 euros.",
        &["negation: dépasse pas → exceeds"],
    );
    passes("fr-en", "Le rapport n’exclut pas une hausse.", "The report says a rise is possible.");
    passes("de-en", "Es besteht kein Zweifel, dass die Stadt gewinnt.", "The city is certain to win.");
    passes("es-en", "No cabe duda de que el plan es bueno.", "The plan is certainly good.");
    passes("en-de", "No doubt the city will win.", "Zweifellos gewinnt die Stadt.");
    passes("en-hu", "No doubt the city will win.", "A város kétségtelenül győzni fog.");
    passes("en-es", "The area does not exceed 5 ha.", "La superficie es de 5 ha como máximo.");
    check("en-es", "The area does not exceed 5 ha.", "La zona supera las 5 ha.", &["negation: not exceed → supera"]);
    check(
        "en-de",
        "They do not doubt his report.",
        "Sie bezweifeln seinen Bericht.",
        &["negation: not doubt → bezweifeln"],
    );
    passes("hu-en", "Nem kizárt, hogy esik az eső.", "It may be raining there.");
    passes("ru-en", "Не прошло и года, как он вернулся.", "Within a year he was back.");
    passes("ru-en", "Он не успел войти, как зазвонил колокол.", "As soon as he came in the bell rang.");
    check("ru-en", "Он не успел подписать договор.", "He signed the treaty in time.", &["negation: drops не успел"]);
}

#[test]
fn a_duty_is_no_right() {
    check("en-de", "The owner must mend the roof.", "Der Eigentümer darf das Dach flicken.", &["modal: must → darf"]);
    check("fr-en", "Le bailleur peut entrer.", "The lessor shall enter.", &["modal: peut → shall"]);
    check(
        "ru-en",
        "Сторона вправе уйти в мае.",
        "The Party is required to leave in May.",
        &["modal: вправе → is required to"],
    );
    check("es-en", "La Parte debe pagar la tasa.", "The Party may pay the fee.", &["modal: debe → may"]);
    passes("en-de", "The owner must not sell the house.", "Der Eigentümer darf das Haus nicht verkaufen.");
    passes("en-de", "It must only be opened by the owner.", "Es darf nur vom Eigentümer geöffnet werden.");
    passes("en-de", "They may have to pay the fee.", "Sie müssen vielleicht die Gebühr zahlen.");
    passes("en-de", "The owner must be able to open it.", "Der Eigentümer muss es öffnen können.");
    passes("en-de", "It rains in May on the coast.", "Im Mai muss es an der Küste regnen.");
}
