import PolicyModel
import PolicyNotices
import Testing

@Suite("Notice rules")
struct NoticeRuleTests {
    @Test(
        "give the first day that they allow: days are counted, months are those of the calendar and end with it",
        arguments: [
            ("eu-p2b", "2026-03-01", "2026-03-16"), ("eu-eecc", "2026-01-31", "2026-02-28"),
            ("eu-eecc", "2024-01-31", "2024-02-29"), ("eu-psd2", "2026-12-31", "2027-02-28"),
            ("eu-psd2", "2026-03-15", "2026-05-15"), ("gh-30", "2026-02-01", "2026-03-03"),
            ("none", "2026-02-01", "2026-02-01"),
        ])
    func earliest(rule: String, announced: String, allowed: String) throws {
        let rule = try #require(NoticeRule.named(rule, in: NoticeSettings()))
        #expect(rule.earliest(after: try #require(CivilDate(iso: announced))) == CivilDate(iso: allowed))
    }

    @Test("a publisher's own rule goes before the one that comes with the tool")
    func own() {
        let own = NoticeRule(id: "gh-30", period: .days(60))
        #expect(NoticeRule.named("gh-30", in: NoticeSettings(rules: [own])) == own)
        #expect(NoticeRule.named("no-such-rule", in: NoticeSettings()) == nil)
    }

    @Test("a day of effect inside the period is too early, one day after it is not")
    func tooEarly() throws {
        let rule = try #require(NoticeRule.named("gh-30", in: NoticeSettings()))
        func day(_ iso: String) -> EffectiveDay { EffectiveDay(audience: nil, day: CivilDate(iso: iso), text: iso) }
        let announced = CivilDate(iso: "2026-02-01")
        let adverse = Classification(computed: .adverse)
        #expect(
            AppliedRule(rule, to: adverse, published: announced, effective: [day("2026-03-02")]).tooEarly.count == 1)
        #expect(
            AppliedRule(rule, to: adverse, published: announced, effective: [day("2026-03-03")]).tooEarly.isEmpty)
    }

    @Test("a class that people state does not exempt from a rule that the changes call for")
    func kinderClassIsNoExemption() throws {
        let rule = try #require(NoticeRule.named("gh-30", in: NoticeSettings()))
        let said = Classification(computed: .adverse, stated: .clarification)
        let applied = AppliedRule(rule, to: said, published: CivilDate(iso: "2026-02-01"), effective: [])
        #expect(applied.exemption == nil && applied.earliest == CivilDate(iso: "2026-03-03"))
    }

    @Test("what a law imposes may be told at once where the rule says so, and a favourable change too")
    func exemptions() throws {
        let eecc = try #require(NoticeRule.named("eu-eecc", in: NoticeSettings()))
        let published = CivilDate(iso: "2026-02-01")
        let lawful = Classification(computed: .adverse, qualities: [.legallyRequired], reason: "A new law.")
        #expect(AppliedRule(eecc, to: lawful, published: published, effective: []).exemption == "legally-required")
        let kind = Classification(computed: .favourable)
        #expect(AppliedRule(eecc, to: kind, published: published, effective: []).exemption == "favourable")
        let psd2 = try #require(NoticeRule.named("eu-psd2", in: NoticeSettings()))
        #expect(AppliedRule(psd2, to: kind, published: published, effective: []).exemption == nil)
    }
}
