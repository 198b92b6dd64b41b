"""The stance reader: which side an utterance takes on a proposal when no cue says so. Trained here, run by kg.pipeline.stance_model."""
