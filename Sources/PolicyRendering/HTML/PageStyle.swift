/// How the pages look: on a light and a dark screen, on a narrow one, and on paper.
///
/// All text has a contrast of at least 4.5 : 1 (WCAG 2.2, AA) in both schemes. What came is underlined, what went struck through:
/// colour never says it alone.
enum PageStyle {
    /// The style sheet.
    static let sheet: StaticString = """

        :root { color-scheme: light dark; --page: #fff; --ink: #1b1b1b; --quiet: #575757; --line: #d5d5d5; --link: #0b4fa8;
          --ins: #d9f5df; --ins-ink: #0a4418; --del: #fce1e1; --del-ink: #7d1212;
          --stricter: #a01818; --looser: #14602f; --neutral: #0b4fa8; --unclear: #6a3299; --mark: #fff3c4 }
        @media (prefers-color-scheme: dark) {
          :root { --page: #15171b; --ink: #e9e7e3; --quiet: #adadad; --line: #3a3d44; --link: #a3c8ff;
            --ins: #12361d; --ins-ink: #bdf0c8; --del: #47161a; --del-ink: #ffcccc;
            --stricter: #ffa3a3; --looser: #86dda4; --neutral: #a3c8ff; --unclear: #d6b5ff; --mark: #4a3f12 } }
        * { box-sizing: border-box }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
        body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.6 system-ui, sans-serif }
        main { max-width: 46rem; margin: 0 auto; padding: 1rem 1rem 4rem; overflow-wrap: anywhere }
        h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 .5em; text-wrap: balance }
        h1 { font-size: 1.75rem; margin-top: .5em } h2 { font-size: 1.4rem } h3 { font-size: 1.2rem }
        h4 { font-size: 1.05rem } h5, h6 { font-size: 1rem }
        main > section, main > article { border-top: 1px solid var(--line); margin-top: 2rem }
        p { margin: .6em 0 }
        a { color: var(--link) }
        a:focus-visible, summary:focus-visible, .table:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
        code, pre { font-family: ui-monospace, monospace; font-size: .9em }
        pre { white-space: pre-wrap; border: 1px solid var(--line); padding: .6rem }
        .quiet { color: var(--quiet); font-size: .9rem }
        .sum { font-weight: 600 }
        ins { background: var(--ins); color: var(--ins-ink); text-decoration: underline; text-underline-offset: .15em }
        del { background: var(--del); color: var(--del-ink); text-decoration: line-through }
        .words { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
        ins, del { position: relative } del + ins { margin-inline-start: .2em }
        ol.changes { padding-inline-start: 2.2em }
        ol.changes > li { margin: 1.1em 0; padding-inline-start: .3em }
        ol.changes p { margin: .15em 0 }
        .direction { font-weight: 700; margin-inline-end: .35em; white-space: nowrap }
        .stricter .direction { color: var(--stricter) } .looser .direction { color: var(--looser) }
        .neutral .direction { color: var(--neutral) } .unclear .direction { color: var(--unclear) }
        .editorial .direction { color: var(--quiet) }
        summary { cursor: pointer; font-weight: 700; margin: 1.2em 0 .4em }
        .redline .changed { box-shadow: -.35rem 0 0 var(--page), -.55rem 0 0 var(--quiet) }
        .redline [dir="auto"]:dir(rtl).changed { box-shadow: .35rem 0 0 var(--page), .55rem 0 0 var(--quiet) }
        .redline li.changed, .redline tr.changed { box-shadow: none }
        .redline ul, .redline ol { padding-inline-start: 1.8em }
        .moved { color: var(--quiet); font-size: .85rem } p.moved { border-inline-start: 3px dotted var(--quiet); padding-inline-start: .6em }
        .numbers { font-size: .8rem; white-space: nowrap } .numbers a { text-decoration: none; padding: .2em .1em }
        :target { background: var(--mark); scroll-margin-top: 2rem }
        .table { overflow-x: auto; overflow-wrap: break-word; margin: 1em 0 }
        table { border-collapse: collapse; min-width: 100% }
        th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: start; vertical-align: top; min-width: 6rem }
        @media (max-width: 30rem) { main { padding: .5rem .8rem 3rem } ol.changes { padding-inline-start: 1.6em }
          .redline ul, .redline ol { padding-inline-start: 1.3em } h1 { font-size: 1.4rem } h2 { font-size: 1.25rem } }
        @media print {
          :root { color-scheme: light; --page: #fff; --ink: #000; --quiet: #000; --line: #888; --link: #000; --ins: #fff; --ins-ink: #000;
            --del: #fff; --del-ink: #000; --stricter: #000; --looser: #000; --neutral: #000; --unclear: #000; --mark: #fff }
          body { font-size: 10.5pt } main { max-width: none; padding: 0 } nav { display: none } a { text-decoration: none }
          h1, h2, h3, h4, h5, h6 { break-after: avoid } li, tr { break-inside: avoid } .table { overflow: visible }
          ins { font-weight: 600 } }
        @media print { details::details-content { display: block; content-visibility: visible; block-size: auto } }

        """
}
