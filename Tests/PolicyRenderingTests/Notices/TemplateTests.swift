import PolicyModel
import PolicyNotices
import PolicyRendering
import Testing

@Suite struct TemplateTests {
    private func page(_ source: String, form: NoticeForm = .html, as name: String = "html") throws -> String {
        let notice = try notice(of: changes(saying: "<b>copy</b>"), title: "A & B", settings: fullSettings())
        let templates = try TemplateSet(replacing: [name: source])
        return String(
            decoding: try form.rendered(notice, Stationery(fullSettings(), templates: templates)), as: UTF8.self)
    }

    @Test func `a template replaces a form, and everything in it is escaped, whatever tag is used`() throws {
        #expect(try page("{{#policies}}<h1>{{title}}</h1>{{/policies}}") == "<h1>A &amp; B</h1>")
        #expect(try page("{{#policies}}{{{title}}}{{&title}}{{/policies}}") == "A &amp; BA &amp; B")
    }

    @Test(arguments: [
        ("a\nb {{titel}}", "html.mustache:2", "titel"),
        (
            "{{headline}}\n\n{{#policies}}\n{{#groups}}\n{{headlin}}\n{{/groups}}{{/policies}}", "html.mustache:5",
            "headlin"
        ),
        ("{{#policies}}\n{{nosuch.label}}{{/policies}}", "html.mustache:2", "nosuch.label"),
        ("{{labels.nosuch}}", "html.mustache:1", "labels.nosuch"),
        ("{{#nosuch}}x{{/nosuch}}", "html.mustache:1", "nosuch"),
        ("{{^nosuch}}x{{/nosuch}}", "html.mustache:1", "nosuch"),
        ("{{^empty(nosuch)}}x{{/empty(nosuch)}}", "html.mustache:1", "nosuch"),
        ("\n{{#policies}}x", "html.mustache:2", "policies"), ("\n\n{{/policies}}", "html.mustache:3", "policies"),
        ("{{#policies}}{{/groups}}", "html.mustache:1", "groups"), ("x\n{{headline", "html.mustache:2", "{{"),
        ("{{policies}}", "html.mustache:1", "policies"), ("{{labels}}", "html.mustache:1", "labels"),
        ("{{> nosuch}}", "html.mustache:1", "nosuch"), ("{{> html}}", "html.mustache:1", "html"),
        ("{{=<% %>=}}", "html.mustache:1", "=<% %>="), ("{{<x}}", "html.mustache:1", "<x"),
        ("{{$x}}{{/x}}", "html.mustache:1", "$x"), ("{{%CONTENT_TYPE:HTML}}", "html.mustache:1", "%CONTENT"),
        ("{{lowercased(headline)}}", "html.mustache:1", "lowercased"),
    ])
    func `what a template names and is not there is an error with its line`(
        source: String, place: String, named: String
    ) throws {
        let error = try #require(throws: TemplateError.self) { try TemplateSet(replacing: ["html": source]) }
        #expect(error.message.hasPrefix(place + ":"))
        #expect(error.message.contains(named))
    }

    @Test func `an unknown field is answered with those that there are`() throws {
        let error = try #require(throws: TemplateError.self) {
            try TemplateSet(replacing: ["html": "{{#policies}}{{titl}}{{/policies}}"])
        }
        #expect(error.hint?.contains("Did you mean \"title\"") == true)
    }

    @Test(arguments: [
        "<a href=\"{{headline}}\">x</a>", "<a href={{#policies}}{{#links}}{{url}}{{/links}}{{/policies}}>x</a>",
        "<p onclick=\"{{headline}}\">", "<p style=\"{{headline}}\">", "<script>{{headline}}</script>",
        "<style>{{headline}}</style>", "<{{headline}}>", "<!-- {{headline}} -->", "<img src='{{id}}'>",
        "<iframe srcdoc=\"{{headline}}\">", "<a href=\"x{{id}}\">x</a>",
        "<a href=\"javascript:{{#policies}}{{#links}}{{url}}{{/links}}{{/policies}}\">x</a>",
    ])
    func `a field stands nowhere in a page where escaping does not hold it`(source: String) throws {
        let error = try #require(throws: TemplateError.self) { try TemplateSet(replacing: ["html": source]) }
        #expect(error.message.contains("must not stand in"))
    }

    @Test(arguments: [
        "<a href=\"{{#policies}}{{#links}}{{url}}{{/links}}{{/policies}}\">x</a>",
        "<p title=\"{{headline}}\">{{headline}}</p>",
        "<a href=\"#{{id}}\">x</a>", "<p style=\"color:{{brand.ink}}\">", "<style>p { color: {{brand.color}} }</style>",
        "a < b {{headline}}",
        "<script>let a = '<p>'</script>{{headline}}",
        "{{! a comment }}{{#brand.logo}}<img src=\"{{.}}\">{{/brand.logo}}",
    ])
    func `a field may stand where escaping holds it`(source: String) throws {
        #expect(throws: Never.self) { try TemplateSet(replacing: ["html": source]) }
    }

    @Test func `a template may include another, of one's own too`() throws {
        let templates = try TemplateSet(replacing: [
            "html": "{{#policies}}{{> mine}}{{/policies}}", "mine": "<i>{{title}}</i>",
        ])
        let notice = try notice(of: [])
        let page = try NoticeForm.html.rendered(notice, Stationery(templates: templates))
        #expect(String(decoding: page, as: UTF8.self) == "<i>Usage Policy</i>")
        let error = try #require(throws: TemplateError.self) {
            try TemplateSet(replacing: ["html": "{{> mine}}", "mine": "\n{{titel}}"])
        }
        #expect(error.message.hasPrefix("mine.mustache:2:"))
    }

    @Test func `a text is escaped once, in included templates as in others`() throws {
        let notice = try notice(
            of: [change(before: "Tom & Jerry's", after: "Tom & Jerry's cat")], title: "Tom & Jerry's")
        for form in [NoticeForm.html, .eml] {
            let page = try rendered(form, notice, Settings()).replacing("=\r\n", with: "")
            #expect(page.contains("Tom &amp; Jerry&#39;s"))
            #expect(!page.contains("&amp;amp;") && !page.contains("&amp;#39;"))
        }
    }

    @Test func `templates that include one another in a circle are refused`() throws {
        let error = try #require(throws: TemplateError.self) {
            try TemplateSet(replacing: ["html": "{{> a}}", "a": "{{> b}}", "b": "{{> a}}"])
        }
        #expect(error.message.contains("includes itself"))
    }

    @Test func `the built-in templates pass their own check`() throws {
        let sources = Dictionary(uniqueKeysWithValues: TemplateSet.builtIn.map { ($0.name, $0.source) })
        #expect(throws: Never.self) { try TemplateSet(replacing: sources) }
        #expect(TemplateSet.builtIn.count >= 10)
    }
}
