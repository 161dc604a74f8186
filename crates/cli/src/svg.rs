//! `switchboard svg`.

use crate::arguments::{PictureLang, PictureTheme, PictureView, SvgOptions};
use crate::{run, source};
use std::io::{self, Write};
use std::process::ExitCode;
use switchboard_i18n::Lang;
use switchboard_still::{Still, Theme, View};
use switchboard_view::Labels;

/// What the process exits with when there is no such step.
const NO_SUCH_STEP: u8 = 2;

/// Runs the program and prints a picture of one step.
pub fn svg(options: &SvgOptions) -> ExitCode {
    run::exit_with(match source::read(&options.program.file) {
        Ok(text) => draw(&text, options),
        Err(error) => error.print(),
    })
}

fn draw(text: &str, options: &SvgOptions) -> io::Result<u8> {
    let (trace, _) = run::record(text, &options.program)?;
    let step = options.at.unwrap_or(trace.len());
    if step > trace.len() {
        writeln!(
            io::stderr(),
            "switchboard: there is no step {step}: the last one is {}",
            trace.len()
        )?;
        return Ok(NO_SUCH_STEP);
    }
    let mut labels = Labels::default();
    labels.read(&trace);
    let still = Still {
        trace: &trace,
        board: &trace.board_at(step),
        labels: &labels,
        lang: lang(options.lang),
        source: text,
    };
    let mut out = io::stdout().lock();
    out.write_all(still.svg(view(options.view), theme(options.theme)).as_bytes())?;
    out.flush()?;
    Ok(0)
}

const fn view(view: PictureView) -> View {
    match view {
        PictureView::Scene => View::Scene,
        PictureView::Queues => View::Queues,
        PictureView::Timeline => View::Timeline,
        PictureView::Code => View::Code,
    }
}

const fn theme(theme: PictureTheme) -> Theme {
    match theme {
        PictureTheme::Light => Theme::Light,
        PictureTheme::Dark => Theme::Dark,
    }
}

const fn lang(lang: PictureLang) -> Lang {
    match lang {
        PictureLang::En => Lang::En,
        PictureLang::Fr => Lang::Fr,
        PictureLang::De => Lang::De,
    }
}
