import Testing

@testable import PolicyRendering

@Suite struct JSONTests {
    @Test func `keys are sorted by bytes and empty values stay on one line`() {
        let value: JSON = ["b": [], "a": ["é": 1, "Z": nil, "z": true], "c": [1, "x"]]
        #expect(
            value.text == """
                {
                  "a": {
                    "Z": null,
                    "z": true,
                    "é": 1
                  },
                  "b": [],
                  "c": [
                    1,
                    "x"
                  ]
                }

                """)
    }

    @Test(arguments: [
        ("\"\\", #""\"\\""#), ("a\nb\r\tc", #""a\nb\r\tc""#), ("\u{1B}[31m", #""\u001b[31m""#),
        ("\u{202E}x", #""\u202ex""#),
        ("\u{9B}2J", #""\u009b2J""#), ("😀é漢", #""😀é漢""#), ("\u{0}", #""\u0000""#), ("</script>", #""</script>""#),
    ])
    func `strings are escaped so that a terminal does not act on them`(text: String, expected: String) {
        #expect(JSON.string(text).text == expected + "\n")
    }
}
