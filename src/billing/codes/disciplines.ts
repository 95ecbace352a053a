/** Professions by the codes that they bill as theirs; `medical` stands for physicians and who bills as one. */
export type Discipline =
  | 'massage'
  | 'mental-health'
  | 'physical'
  | 'occupational'
  | 'speech'
  | 'chiropractic'
  | 'acupuncture'
  | 'behavior-analysis'
  | 'nutrition'
  | 'lactation'
  | 'medical';
