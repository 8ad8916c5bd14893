//! Documents to bulletins, on all cores and in order.
//!
//! ```text
//! reader --batch--> workers
//!    \--its place--> consumer <--readings-- workers
//! ```
//!
//! One thread reads bytes and cuts them into documents; workers decode and parse them; whoever asks for the readings
//! takes them in the order of the documents. Each batch has a channel of its own for what comes of it, and the reader
//! hands its end to the consumer in order, so nothing need be sorted. No thread outlives the iterator.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use std::task::Poll;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};
use std::{fmt, fs, io, mem, vec};

use bulletin::{Bulletin, Options, parse_with};

use crate::document::{Document, Origin};
use crate::duplicates::{Prints, Seen};
use crate::error::Error;
use crate::folder::Skipped;
use crate::pieces::Pieces;
use crate::source::Raw;
use crate::stories::{Sketch, Stories};

/// A document, and the bulletin that its text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Where the document came from.
    pub origin: Origin,
    /// What had to be mended or left out to read it, each as a sentence.
    pub warnings: Vec<String>,
    /// What its text says.
    pub bulletin: Bulletin,
    /// For each article the number of its story, as [`Stories`] tells it; with [`Options::amounts_only`] each is its own.
    pub stories: Vec<u64>,
}

/// The readings of an archive, in the order of its documents.
///
/// A few batches are read ahead, each of some 128 kB or of one larger document; memory does not grow with the archive.
/// Dropping it stops its threads at the documents they are at, and waits for them.
pub struct Readings {
    paths: Vec<PathBuf>,
    options: Options,
    state: State,
    ready: vec::IntoIter<Outcome>,
    seen: Arc<Seen>,
    stories: Stories,
    skipped: Vec<Skipped>,
    duplicates: u64,
    count: Arc<AtomicU64>,
}

enum State {
    Waiting,
    Running(Crew),
    Done,
}

/// The threads of a reading.
struct Crew {
    batches: Receiver<Pending>,
    /// What is to come of the batch whose turn it is.
    outcomes: Option<Receiver<Vec<Outcome>>>,
    stop: Arc<AtomicBool>,
    threads: Vec<JoinHandle<()>>,
}

/// A batch that is on its way.
struct Pending {
    outcomes: Receiver<Vec<Outcome>>,
    /// What was skipped before the end of the batch.
    skipped: Vec<Skipped>,
}

/// A batch for the next worker that is free.
struct Job {
    pieces: Vec<Result<Raw, Error>>,
    outcomes: SyncSender<Vec<Outcome>>,
}

/// What comes of a document.
enum Outcome {
    Read(Box<Read>),
    Duplicate,
    Fault(Error),
}

struct Read {
    origin: Origin,
    warnings: Vec<String>,
    bulletin: Bulletin,
    prints: Prints,
    sketches: Vec<Option<Sketch>>,
}

/// A batch is full when its documents have so many bytes.
const BATCH: usize = 128 * 1024;

/// How long a caller waits who did not say how long.
const A_WHILE: Duration = Duration::from_secs(3600);

/// So many batches are under way for each worker.
const AHEAD: usize = 2;

impl Readings {
    pub(crate) fn new(paths: Vec<PathBuf>, options: Options) -> Self {
        Self {
            paths,
            options,
            state: State::Waiting,
            ready: Vec::new().into_iter(),
            seen: Arc::default(),
            stories: Stories::default(),
            skipped: Vec::new(),
            duplicates: 0,
            count: Arc::default(),
        }
    }

    /// What was skipped in folders so far, with the reasons.
    #[must_use]
    pub fn skipped(&self) -> &[Skipped] {
        &self.skipped
    }

    /// How many documents were left out so far because they had been read before.
    #[must_use]
    pub fn duplicates(&self) -> u64 {
        self.duplicates
    }

    /// How many bytes were read from files so far, to be set against [`Sources::bytes`](crate::Sources::bytes).
    #[must_use]
    pub fn bytes_read(&self) -> u64 {
        self.count.load(Ordering::Relaxed)
    }

    /// The next item, or [`Poll::Pending`] where there is none yet after so long: the documents are copies, or whoever
    /// writes a pipe is slow.
    pub fn next_within(&mut self, patience: Duration) -> Poll<Option<<Self as Iterator>::Item>> {
        let deadline = Instant::now() + patience;
        loop {
            match self.ready.next() {
                Some(Outcome::Read(read)) => {
                    if let Some(reading) = self.reading(*read) {
                        return Poll::Ready(Some(Ok(reading)));
                    }
                }
                Some(Outcome::Duplicate) => self.duplicates += 1,
                Some(Outcome::Fault(error)) => return Poll::Ready(Some(Err(error))),
                None if Instant::now() >= deadline => return Poll::Pending,
                None => match self.next_batch(deadline) {
                    Poll::Ready(Some(Ok(outcomes))) => self.ready = outcomes.into_iter(),
                    Poll::Ready(Some(Err(error))) => return Poll::Ready(Some(Err(error))),
                    Poll::Ready(None) => return Poll::Ready(None),
                    Poll::Pending => return Poll::Pending,
                },
            }
        }
    }

    /// The next batch, or why there is none.
    fn next_batch(&mut self, deadline: Instant) -> Poll<Option<Result<Vec<Outcome>, Error>>> {
        if matches!(self.state, State::Waiting) {
            match self.start() {
                Ok(crew) => self.state = State::Running(crew),
                Err(error) => {
                    self.state = State::Done;
                    let path = self.paths.first().cloned().unwrap_or_default();
                    return Poll::Ready(Some(Err(Error::reading(&path, 0, error))));
                }
            }
        }
        let State::Running(crew) = &mut self.state else { return Poll::Ready(None) };
        match crew.next_batch(deadline, &mut self.skipped) {
            Ok(outcomes) => Poll::Ready(Some(Ok(outcomes))),
            Err(RecvTimeoutError::Timeout) => Poll::Pending,
            Err(RecvTimeoutError::Disconnected) => {
                self.end();
                Poll::Ready(None)
            }
        }
    }

    fn start(&self) -> io::Result<Crew> {
        let workers = thread::available_parallelism().map_or(1, usize::from);
        let (batch_sender, batches) = sync_channel(workers * AHEAD);
        let (job_sender, jobs) = sync_channel(workers * AHEAD);
        let (jobs, stop) = (Arc::new(Mutex::new(jobs)), Arc::new(AtomicBool::new(false)));
        let mut crew =
            Crew { batches, outcomes: None, stop: Arc::clone(&stop), threads: Vec::with_capacity(workers + 1) };
        for _ in 0..workers {
            let (jobs, stop) = (Arc::clone(&jobs), Arc::clone(&stop));
            let (seen, options) = (Arc::clone(&self.seen), self.options.clone());
            crew.spawn(move || work(&jobs, &seen, &options, &stop))?;
        }
        let pieces = Pieces::new(self.paths.clone(), Arc::clone(&self.count));
        crew.spawn(move || read(pieces, &job_sender, &batch_sender, &stop))?;
        Ok(crew)
    }

    /// Stops the threads and waits for them; one that broke off breaks this one off too.
    fn end(&mut self) {
        let State::Running(Crew { batches, stop, mut threads, .. }) = mem::replace(&mut self.state, State::Done) else {
            return;
        };
        stop.store(true, Ordering::Relaxed);
        drop(batches);
        if self.paths.iter().any(|path| may_wait(path)) {
            // The reader may be waiting for what somebody is yet to type, and the workers for the reader. They end with
            // the next byte.
            threads.clear();
        }
        for thread in threads {
            if let Err(panic) = thread.join()
                && !thread::panicking()
            {
                std::panic::resume_unwind(panic);
            }
        }
    }

    /// The reading of a document, unless it was read before.
    fn reading(&mut self, read: Read) -> Option<Reading> {
        let Read { origin, warnings, bulletin, prints, sketches } = read;
        if !self.seen.add(prints) {
            self.duplicates += 1;
            return None;
        }
        let stories = sketches.into_iter().map(|sketch| self.stories.add(sketch)).collect();
        Some(Reading { origin, warnings, bulletin, stories })
    }
}

impl Iterator for Readings {
    type Item = Result<Reading, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Poll::Ready(next) = self.next_within(A_WHILE) {
                return next;
            }
        }
    }
}

impl Drop for Readings {
    fn drop(&mut self) {
        self.end();
    }
}

impl fmt::Debug for Readings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { paths, duplicates, .. } = self;
        f.debug_struct("Readings").field("paths", paths).field("duplicates", duplicates).finish_non_exhaustive()
    }
}

impl Crew {
    fn next_batch(&mut self, deadline: Instant, skipped: &mut Vec<Skipped>) -> Result<Vec<Outcome>, RecvTimeoutError> {
        let left = || deadline.saturating_duration_since(Instant::now());
        if self.outcomes.is_none() {
            let pending = self.batches.recv_timeout(left())?;
            skipped.extend(pending.skipped);
            self.outcomes = Some(pending.outcomes);
        }
        let outcomes = self.outcomes.as_ref().map_or(Err(RecvTimeoutError::Disconnected), |it| it.recv_timeout(left()));
        if outcomes.is_ok() {
            self.outcomes = None;
        }
        outcomes
    }

    fn spawn(&mut self, task: impl FnOnce() + Send + 'static) -> io::Result<()> {
        self.threads.push(thread::Builder::new().name("bulletin".to_owned()).spawn(task)?);
        Ok(())
    }
}

/// Reads documents into batches, until there are no more or nobody wants them.
fn read(mut pieces: Pieces, jobs: &SyncSender<Job>, batches: &SyncSender<Pending>, stop: &AtomicBool) {
    loop {
        let (mut batch, mut bytes) = (Vec::new(), 0);
        while bytes < BATCH
            && !stop.load(Ordering::Relaxed)
            && let Some(piece) = pieces.next()
        {
            bytes += piece.as_ref().map_or(0, |raw| raw.bytes.len()) + mem::size_of::<Raw>();
            batch.push(piece);
        }
        let skipped = mem::take(&mut pieces.skipped);
        if batch.is_empty() && skipped.is_empty() {
            return;
        }
        let (sender, outcomes) = sync_channel(1);
        let is_wanted = batches.send(Pending { outcomes, skipped }).is_ok();
        if !is_wanted || jobs.send(Job { pieces: batch, outcomes: sender }).is_err() {
            return;
        }
    }
}

/// Makes bulletins of batches, until there are no more or nobody wants them.
fn work(jobs: &Mutex<Receiver<Job>>, seen: &Seen, options: &Options, stop: &AtomicBool) {
    loop {
        let job = jobs.lock().map(|jobs| jobs.recv());
        let Ok(Ok(Job { pieces, outcomes })) = job else { return };
        let mut done = Vec::with_capacity(pieces.len());
        for piece in pieces {
            if stop.load(Ordering::Relaxed) {
                return;
            }
            match piece {
                Ok(raw) => done.extend(raw.documents().into_iter().map(|document| outcome(document, seen, options))),
                Err(error) => done.push(Outcome::Fault(error)),
            }
        }
        if outcomes.send(done).is_err() {
            return;
        }
    }
}

fn outcome(document: Result<Document, Error>, seen: &Seen, options: &Options) -> Outcome {
    let document = match document {
        Ok(document) => document,
        Err(error) => return Outcome::Fault(error),
    };
    let prints = seen.prints(&document);
    // Only what was handed out is in there, and that came before this.
    if seen.has(prints) {
        return Outcome::Duplicate;
    }
    let Document { text, origin, warnings } = document;
    let mut options = options.clone();
    options.published = options.published.or(origin.published);
    let bulletin = parse_with(text, &options);
    let sketch = |article| if options.amounts_only { None } else { Sketch::of(&bulletin, article) };
    let sketches = bulletin.articles.iter().map(sketch).collect();
    Outcome::Read(Box::new(Read { origin, warnings, bulletin, prints, sketches }))
}

/// Whether reading a path may wait for somebody: standard input, a pipe.
fn may_wait(path: &Path) -> bool {
    path == Path::new("-") || fs::metadata(path).is_ok_and(|data| !data.is_file() && !data.is_dir())
}
