import { testPart } from './whole-or-not';

testPart(2);
